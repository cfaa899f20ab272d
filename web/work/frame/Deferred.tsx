/** A part of the product that is loaded when it is first opened. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError, unreachable } from '../../shared/api/client';
import { ErrorNote, Loading } from './states';

/** Its pages are kept once loaded: opening them again waits for nothing. */
export function deferred<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | null = null;
  return function Deferred(props: P) {
    const [Page, setPage] = useState<ComponentType<P> | null>(() => known);
    const [failed, setFailed] = useState(false);
    const [turn, setTurn] = useState(0);
    useEffect(() => {
      if (known) {
        // It may have arrived after this was drawn without it.
        const page = known;
        setPage(() => page);
        return;
      }
      let gone = false;
      setFailed(false);
      load().then(
        (page) => {
          known = page;
          if (!gone) setPage(() => page);
        },
        () => !gone && setFailed(true),
      );
      return () => {
        gone = true;
      };
    }, [turn]);
    if (Page) return <Page {...props} />;
    return failed ? <ErrorNote error={notArrived} retry={() => setTurn(turn + 1)} /> : <Loading />;
  };
}

/** Whatever the reason, the file did not arrive. */
export const notArrived = new ApiError({ status: unreachable, code: 'unreachable', title: '' });
