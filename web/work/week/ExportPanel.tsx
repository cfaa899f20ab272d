import type { ImportView, WeekView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { useCommand } from '../frame/live';
import { ErrorNote } from '../frame/states';
import { canBeTaken, hasNothingToTake } from '../imports/counts';
import { RejectedRows } from '../imports/ImportPage';
import { StateCounts } from '../imports/StateCounts';
import { Upload } from './Upload';

interface ExportPanelProps {
  view: WeekView;
  isNext: boolean;
  reload: () => void;
}

export function ExportPanel({ view, isNext, reload }: ExportPanelProps) {
  const { t } = useWords();
  const shown = view.imports.filter((each) => each.state !== 'undone');
  return (
    <section class="step" aria-labelledby="export">
      <h2 id="export">
        <span class="step-number" aria-hidden="true">
          1
        </span>
        {t.week.export}
      </h2>
      {shown.length === 0 && <p class="quiet measure">{t.week.noImports}</p>}
      {shown.length > 0 && (
        <ul class="imports">
          {shown.map((each) => (
            <ImportLine key={each.id} of={each} isNext={isNext} reload={reload} />
          ))}
        </ul>
      )}
      <Upload onUploaded={reload} />
    </section>
  );
}

function ImportLine({ of, isNext, reload }: { of: ImportView; isNext: boolean; reload: () => void }) {
  const { t, f } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const page = `/importe/${encodeURIComponent(of.id)}`;

  const confirm = () =>
    run(async () => {
      await api.post(`/api/imports/${encodeURIComponent(of.id)}/confirm`);
      announce(t.imports.confirmed);
      reload();
    });

  return (
    <li class="import">
      <p class="import-head">
        <a class="import-name" href={page}>
          {of.fileName}
        </a>
        <span class="quiet">
          {t.week.rows(of.rows)} · {f.instantShort(of.at)} ·{' '}
          {of.refused
            ? t.imports.refused
            : of.sent
              ? t.week.sentOf(f.count(of.sent.count), of.sent.of)
              : t.week.importState[of.state]}
        </span>
      </p>
      {of.refused && <p class="note note-error">{of.refused.text}</p>}
      {of.rows > 0 && <StateCounts of={of} />}
      {/* They ask to look before taking over; afterwards they stand on the import's own page. */}
      {of.state === 'preview' &&
        of.warnings.map((warning) => (
          <p key={warning.code} class="hint">
            {warning.text}
          </p>
        ))}
      {hasNothingToTake(of) && (
        <>
          <p class="note">{t.imports.nothingToTake}</p>
          <p class="actions">
            <RejectedRows path={`/api/imports/${encodeURIComponent(of.id)}`} isPrimary={isNext} />
          </p>
        </>
      )}
      {canBeTaken(of) && (
        <p class="actions">
          <button type="button" class={isNext ? 'button button-primary' : 'button'} disabled={busy} onClick={confirm}>
            {busy ? t.imports.confirming : t.week.confirm(of.counts.ready ?? 0, of.later)}
          </button>
          <span class="hint">{t.imports.confirmHint}</span>
        </p>
      )}
      {error && <ErrorNote error={error} />}
    </li>
  );
}
