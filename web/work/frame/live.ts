/** Data of a page: loaded once, or kept fresh by polling with an ETag (a 304 costs next to nothing). */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../shared/api/client';
import { useApi, useWords } from './context';

export interface Loaded<T> {
  /** Null until the first answer. Stays while a later request fails. */
  data: T | null;
  error: ApiError | null;
  reload: () => void;
}

/**
 * @param path Null: nothing to load yet.
 * @param every Milliseconds between polls while the page is visible; 0: load once.
 * @param words What is looked for.
 */
export function useLive<T>(path: string | null, every = 0, words = ''): Loaded<T> {
  const api = useApi();
  const { language } = useWords();
  const [state, setState] = useState<{ key: string; data: T | null; error: ApiError | null }>(nothing);
  const [turn, setTurn] = useState(0);
  const etag = useRef<string | null>(null);
  const key = `${language} ${path} ${words}`;
  const last = useRef(key);

  // `turn` asks for another round, `key` stands for path, language and words.
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (last.current !== key) etag.current = null;
    last.current = key;

    const round = async () => {
      try {
        const answer = await api.poll<T>(path, etag.current, stop.signal, words);
        if (stop.signal.aborted) return;
        if (answer) {
          etag.current = answer.etag;
          setState({ key, data: answer.data, error: null });
        } else {
          setState((before) => (before.error ? { ...before, error: null } : before));
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setState((before) => ({ key, data: before.key === key ? before.data : null, error }));
      }
      if (every > 0 && !stop.signal.aborted) timer = setTimeout(whenSeen, every);
    };
    // A page in the background asks nothing; it asks at once when it is looked at again.
    const whenSeen = () => {
      if (document.visibilityState === 'visible') void round();
      else document.addEventListener('visibilitychange', whenSeen, { once: true, signal: stop.signal });
    };

    void round();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [api, key, every, turn]);

  const reload = useCallback(() => {
    etag.current = null;
    setTurn((before) => before + 1);
  }, []);
  const current = state.key === key ? state : nothing<T>();
  return { data: current.data, error: current.error, reload };
}

function nothing<T>(): { key: string; data: T | null; error: ApiError | null } {
  return { key: '', data: null, error: null };
}

/** A command: one press at a time, its error kept to be shown. */
export function useCommand() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (command: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await command();
    } catch (problem) {
      if (problem instanceof ApiError) setError(problem);
      else if (!(problem instanceof DOMException && problem.name === 'AbortError')) throw problem;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run, clear: () => setError(null) };
}
