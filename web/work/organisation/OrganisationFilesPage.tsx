/** *Stammdaten importieren*: departments and people from files. A file is previewed before it changes anything. */
import { useState } from 'preact/hooks';
import type { OrganisationImport } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { FileDrop } from '../frame/FileDrop';
import { useCommand } from '../frame/live';
import { Page } from '../frame/Page';
import { query } from '../frame/router';
import { ErrorNote } from '../frame/states';
import { Templates } from '../imports/Templates';

type Kind = 'units' | 'employees';

export function OrganisationFilesPage() {
  const { t } = useWords();
  return (
    <Page title={t.people.filesTitle} back={{ href: '/stammdaten', text: t.organisation.title }}>
      <p class="lead">{t.organisation.lead}</p>
      <div class="columns">
        <FileOf kind="units" />
        <FileOf kind="employees" />
      </div>
    </Page>
  );
}

function FileOf({ kind }: { kind: Kind }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run, clear } = useCommand();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<OrganisationImport | null>(null);
  const [applied, setApplied] = useState(false);
  const [complete, setComplete] = useState(false);

  const choose = (next: File | null) => {
    clear();
    setPreview(null);
    setApplied(false);
    setFile(next);
  };
  const post = (isPreview: boolean) =>
    run(async () => {
      if (!file) return;
      const form = new FormData();
      form.set('file', file);
      const result = await api.post<OrganisationImport>(
        `/api/organisation/imports/${kind}${query({ preview: String(isPreview), deactivateMissing: complete ? 'true' : null })}`,
        form,
      );
      if (isPreview || !result.applied) {
        setPreview(result);
        announce(result.rejected.length > 0 ? t.organisation.rejected : t.organisation.preview);
      } else {
        choose(null);
        setApplied(true);
      }
    });
  const changes = preview ? preview.added + preview.changed + preview.deactivated : 0;

  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{t.organisation[kind]}</h2>
      <FileDrop file={file} onFile={choose} prompt={t.upload.dropFile} hint="CSV, xlsx" />
      {applied && (
        <p class="note" role="status">
          {t.organisation.applied}
        </p>
      )}
      {error && <ErrorNote error={error} />}
      {file && kind === 'employees' && (
        <label class="check">
          <input
            type="checkbox"
            checked={complete}
            onChange={(event) => {
              setComplete(event.currentTarget.checked);
              setPreview(null);
            }}
          />
          <span>{t.organisation.complete}</span>
        </label>
      )}
      {file && !preview && (
        <p class="actions">
          <button type="button" class="button button-primary" disabled={busy} onClick={() => post(true)}>
            {busy ? t.upload.checking : t.organisation.check}
          </button>
        </p>
      )}
      {preview && <Preview of={preview} />}
      {preview && preview.rejected.length === 0 && changes === 0 && <p>{t.organisation.nothing}</p>}
      {preview && preview.rejected.length === 0 && changes > 0 && (
        <p class="actions">
          <button type="button" class="button button-primary" disabled={busy} onClick={() => post(false)}>
            {busy ? t.imports.confirming : t.organisation.apply(changes)}
          </button>
        </p>
      )}
      <Templates of={kind} />
    </section>
  );
}

function Preview({ of }: { of: OrganisationImport }) {
  const { t, f } = useWords();
  // With faults nothing of the file is taken over: what would change otherwise is of no use.
  const faulty = of.rejected.length > 0;
  const counts = (['added', 'changed', 'unchanged', 'missing', 'deactivated'] as const).filter((key) => of[key] > 0);
  return (
    <div>
      {!faulty && (
        <>
          <h3>{t.organisation.preview}</h3>
          <ul class="counts">
            {counts.map((key) => (
              <li key={key}>
                {t.organisation[key]} <strong>{f.count(of[key])}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {faulty && <Lines title={t.organisation.rejected} of={of.rejected} />}
      {!faulty && of.warnings.length > 0 && <Lines title={t.organisation.warnings} of={of.warnings} />}
    </div>
  );
}

function Lines({ title, of }: { title: string; of: OrganisationImport['rejected'] }) {
  const { t, f } = useWords();
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain">
        {of.map((row) => (
          <li key={row.line}>
            {t.imports.line} {f.count(row.line)}: {row.text}
          </li>
        ))}
      </ul>
    </>
  );
}
