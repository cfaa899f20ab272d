/** Which columns of a preview's file were passed over, the way to say what they are, and reading it anew. */
import type { HeaderCheck, ImportView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { useCommand, useLive } from '../frame/live';
import { navigate, query } from '../frame/router';
import { ErrorNote } from '../frame/states';

export function UnknownColumns({ of }: { of: ImportView }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const path = `/api/imports/${encodeURIComponent(of.id)}`;
  const check = useLive<HeaderCheck>(of.state === 'preview' ? `${path}/headers` : null).data;
  const reread = () =>
    run(async () => {
      const view = await api.post<ImportView>(`${path}/reread`);
      announce(t.columns.rereadDone);
      navigate(`/importe/${encodeURIComponent(view.id)}`, 'replace');
    });

  if (of.state !== 'preview' || !check || (check.unknown.length === 0 && !check.readsDifferently)) return null;
  return (
    <div class="note">
      {check.unknown.length > 0 && (
        <>
          <p>{t.columns.unknown(check.unknown.length)}</p>
          <ul class="plain">
            {check.unknown.map((name, index) => (
              <li key={`${index} ${name}`} class="break">
                {name}:{' '}
                <a href={`/importe/spalten${query({ name, import: of.id })}`}>
                  {t.columns.assign}
                  <span class="visually-hidden">{t.columns.removeName(name)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {error && <ErrorNote error={error} />}
      {check.readsDifferently && (
        <>
          <p>{t.columns.readsDifferently}</p>
          <button type="button" class="button" disabled={busy} onClick={reread}>
            {busy ? t.columns.rereading : t.columns.reread}
          </button>
        </>
      )}
    </div>
  );
}
