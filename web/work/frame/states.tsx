/** Loading, empty and error: each page has all three. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ApiError } from '../../shared/api/client';
import { useWords } from './context';
import type { Loaded } from './live';
import { problemText } from './problems';

/** Shows the children once there is data; an error above stale data, so that nothing disappears. */
export function Shown<T>({ of, children }: { of: Loaded<T>; children: (data: T) => ComponentChildren }) {
  if (of.data === null) return of.error ? <ErrorNote error={of.error} retry={of.reload} /> : <Loading />;
  return (
    <>
      {of.error && <ErrorNote error={of.error} retry={of.reload} />}
      {children(of.data)}
    </>
  );
}

/** Says so only after a moment: most answers are faster than reading it. */
export function Loading() {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return <p class="quiet loading">{late ? t.common.loading : '\u00a0'}</p>;
}

export function ErrorNote({ error, retry }: { error: ApiError; retry?: (() => void) | undefined }) {
  const { t } = useWords();
  return (
    <div class="note note-error" role="alert">
      <p>{problemText(error, t)}</p>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t.common.retry}
        </button>
      )}
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
