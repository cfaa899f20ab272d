/** One import: every row with its state and reason, before and after it is taken over. */
import type { ImportView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { fileHref } from '../frame/language';
import { useCommand, useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { ErrorNote, Shown } from '../frame/states';
import { canBeTaken, hasNothingToTake, isDiscarded, rejectedCount } from './counts';
import { ImportRows } from './ImportRows';
import { UnknownColumns } from './UnknownColumns';

export function ImportPage({ id }: { id: string }) {
  const { t } = useWords();
  const path = `/api/imports/${encodeURIComponent(id)}`;
  const loaded = useLive<ImportView>(path, 4000);
  const title = loaded.data?.fileName ?? t.imports.title;
  return (
    <Page title={title} back={{ href: '/woche', text: t.frame.nav.week }}>
      <Shown of={loaded}>
        {(view) => (
          <>
            <About view={view} />
            <UnknownColumns of={view} />
            {!view.refused && <Commands view={view} path={path} reload={loaded.reload} />}
            {/* Taking over and sending change what the rows say: the key loads them anew. */}
            {!view.refused && view.rows > 0 && (
              <ImportRows key={`${view.state} ${(view.counts.ready ?? 0) > 0}`} view={view} path={path} />
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

function About({ view }: { view: ImportView }) {
  const { t, f } = useWords();
  const by = view.by === '' ? t.imports.dropFolder : t.imports.byPerson(view.by);
  const { attestation } = view;
  return (
    <>
      <p class="lead">
        {isDiscarded(view)
          ? `${by}, ${f.instant(view.at)}`
          : t.imports.lead(t.week.rows(view.rows), by, f.instant(view.at))}
        {' · '}
        {t.week.importState[isDiscarded(view) ? 'discarded' : view.state]}
        {view.sent && ` · ${t.week.sentOf(f.count(view.sent.count), view.sent.of)}`}
      </p>
      {!view.refused && !isDiscarded(view) && (
        <p class="quiet measure">
          {attestation ? t.imports.attested(attestation.by, f.instant(attestation.at)) : t.imports.notAttested}
        </p>
      )}
      {view.refused && (
        <div class="note note-error">
          <p>
            <strong>{t.imports.refused}</strong>
          </p>
          <p>{view.refused.text}</p>
        </div>
      )}
      {view.warnings.length > 0 && (
        <div class="note">
          <p>
            <strong>{t.imports.warnings}</strong>
          </p>
          <ul>
            {view.warnings.map((warning) => (
              <li key={warning.code}>{warning.text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Undone({ view }: { view: ImportView }) {
  const { t } = useWords();
  if (isDiscarded(view)) return <p class="note">{t.imports.discarded}</p>;
  return (
    <div class="note">
      <p>{t.imports.undone}</p>
      {view.alreadyInvited > 0 && <p>{t.imports.alreadyInvited(view.alreadyInvited)}</p>}
    </div>
  );
}

function Commands({ view, path, reload }: { view: ImportView; path: string; reload: () => void }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const taking =
    view.state === 'preview'
      ? { name: t.imports.discard, doing: t.imports.discarding, done: t.imports.discarded }
      : { name: t.imports.undo, doing: t.imports.undoing, done: t.imports.undone };
  const press = (command: 'confirm' | 'undo', said: string) => () =>
    run(async () => {
      await api.post(`${path}/${command}`);
      announce(said);
      reload();
    });

  return (
    <>
      {error && <ErrorNote error={error} />}
      {view.state === 'undone' && <Undone view={view} />}
      {hasNothingToTake(view) && <p class="note">{t.imports.nothingToTake}</p>}
      <div class="actions">
        {hasNothingToTake(view) && <RejectedRows path={path} isPrimary />}
        {canBeTaken(view) && (
          <button
            type="button"
            class="button button-primary"
            disabled={busy}
            onClick={press('confirm', t.imports.confirmed)}
          >
            {busy ? t.imports.confirming : t.week.confirm(view.counts.ready ?? 0, view.later)}
          </button>
        )}
        {view.state === 'confirmed' && !view.canConfirm && (
          <a class="button button-primary" href="/woche">
            {t.imports.toWeek}
          </a>
        )}
        {view.canUndo && (
          <button type="button" class="button" disabled={busy} onClick={press('undo', taking.done)}>
            {busy ? taking.doing : taking.name}
          </button>
        )}
        {rejectedCount(view.counts) > 0 && !hasNothingToTake(view) && <RejectedRows path={path} />}
      </div>
      <div class="hints">
        {canBeTaken(view) && <p>{t.imports.confirmHint}</p>}
        {view.canUndo && view.state === 'confirmed' && <p>{t.imports.undoHint}</p>}
        {rejectedCount(view.counts) > 0 && !hasNothingToTake(view) && <p>{t.imports.rejectedHint}</p>}
      </div>
    </>
  );
}

/** The way to correct what was not accepted. */
export function RejectedRows({ path, isPrimary }: { path: string; isPrimary?: boolean }) {
  const { t, language } = useWords();
  return (
    <a
      class={isPrimary ? 'button button-primary' : 'button'}
      href={fileHref(`${path}/rejected.csv`, language)}
      download
    >
      {t.imports.rejected}
    </a>
  );
}
