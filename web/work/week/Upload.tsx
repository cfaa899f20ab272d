/** The drop zone for the week's export. Choosing a file sends nothing anywhere yet: the attestation belongs to it. */
import { useRef, useState } from 'preact/hooks';
import type { ImportView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { FileDrop } from '../frame/FileDrop';
import { useCommand } from '../frame/live';
import { ErrorNote } from '../frame/states';
import { Templates } from '../imports/Templates';

export function Upload({ onUploaded }: { onUploaded: () => void }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run, clear } = useCommand();
  const [file, setFile] = useState<File | null>(null);
  const [attested, setAttested] = useState(false);
  const [known, setKnown] = useState<ImportView | null>(null);
  const stop = useRef<AbortController | null>(null);

  const choose = (next: File | null) => {
    clear();
    setKnown(null);
    setAttested(false);
    setFile(next);
  };
  const check = () =>
    run(async () => {
      if (!file) return;
      stop.current = new AbortController();
      const form = new FormData();
      form.set('file', file);
      form.set('attestExistingCustomers', String(attested));
      const view = await api.post<ImportView>('/api/imports', form, stop.current.signal);
      announce(view.refused ? view.refused.text : t.week.rows(view.rows));
      choose(null);
      setKnown(view.alreadyImported ? view : null);
      onUploaded();
    });

  return (
    <div class="upload">
      <FileDrop file={file} onFile={choose} prompt={t.upload.drop} hint={t.upload.formats} />
      {known && (
        <p class="note" role="status">
          {t.upload.already(known.fileName)}
        </p>
      )}
      {error && <ErrorNote error={error} />}
      {file && (
        <div class="upload-check">
          <label class="check">
            <input
              type="checkbox"
              checked={attested}
              aria-describedby="attest-law"
              onChange={(event) => setAttested(event.currentTarget.checked)}
            />
            <span>{t.upload.attest}</span>
          </label>
          <p class="hint measure" id="attest-law">
            {t.upload.attestLaw}
          </p>
          <p class="actions">
            <button type="button" class="button button-primary" disabled={busy} onClick={check}>
              {busy ? t.upload.checking : t.upload.check}
            </button>
            {busy && (
              <button type="button" class="link" onClick={() => stop.current?.abort()}>
                {t.common.cancel}
              </button>
            )}
            <span class="hint">{t.upload.promise}</span>
          </p>
        </div>
      )}
      {(!file || error) && <Templates of="contacts" />}
    </div>
  );
}
