/** What is around each view: its data, kept fresh; whose results these are; what is missing and why. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ResultHead } from '../../../shared/api/types';
import { announce } from '../../frame/announce';
import { useWords } from '../../frame/context';
import { type Loaded, useLive } from '../../frame/live';
import { Empty, ErrorNote, Loading } from '../../frame/states';
import { without } from '../slice/slice';
import { chips } from '../slice/words';
import { ViewContext } from './context';
import { HeadLine, HeadNotes } from './HeadLine';
import { useOutline } from './outline';
import { viewHref, viewPath } from './routes';

const every = 2000;

interface ViewFrameProps<V> {
  /** Of the query, beside the slice. */
  further?: Record<string, string | null>;
  /** What is looked for. */
  words?: string;
  /** Nothing can be shown without answers. */
  needsSheets?: boolean;
  children: (data: V) => ComponentChildren;
}

export function ViewFrame<V extends { head: ResultHead }>({
  further = {},
  words = '',
  needsSheets = true,
  children,
}: ViewFrameProps<V>) {
  const { view, slice, choices, v } = useOutline();
  const path = viewPath(view, slice, further);
  const { data, error, reload, stale } = useKept(useLive<V>(path, every, words));
  const arrived = useArrivals(stale ? null : (data?.head ?? null), path);
  const { t, f } = useWords();

  if (!data) {
    if (!error) return <Loading />;
    const wrong = error.status >= 400 && error.status < 500;
    const wrongFilters = chips(slice, choices, v.slice, f).filter((each) => error.problem.errors?.[each.key]);
    return (
      <div class="view">
        <ErrorNote error={error} retry={wrong ? undefined : reload} />
        {wrong && (
          <p>
            {v.slice.wrong}{' '}
            {wrongFilters.length > 0 && (
              <>
                <a href={viewHref(view, without(slice, wrongFilters))}>
                  {v.slice.remove(f.list(wrongFilters.map((each) => each.name)))}
                </a>
                {' · '}
              </>
            )}
            <a href={viewHref(view)}>{v.slice.reset}</a>
          </p>
        )}
      </div>
    );
  }
  const nothing = needsSheets && data.head.sheets === 0 && data.head.withheld.length === 0;
  return (
    <ViewContext.Provider value={{ slice, head: data.head, choices, v }}>
      <div class={stale ? 'view view-stale' : 'view'} aria-busy={stale}>
        {error && <ErrorNote error={error} retry={reload} />}
        <HeadLine arrived={arrived} />
        <HeadNotes />
        {nothing ? <Empty>{v.slice.empty}</Empty> : children(data)}
      </div>
      <p class="visually-hidden">{stale ? t.common.loading : ''}</p>
    </ViewContext.Provider>
  );
}

/** While another slice is being loaded, the one before stays, paler: the page does not jump. */
function useKept<T>(loaded: Loaded<T>): Loaded<T> & { stale: boolean } {
  const last = useRef<T | null>(null);
  if (loaded.data) last.current = loaded.data;
  else if (loaded.error) last.current = null;
  return { ...loaded, data: loaded.data ?? last.current, stale: loaded.data === null && last.current !== null };
}

/** Says new answers once, politely, and keeps their number on the page until another slice is looked at. */
function useArrivals(head: ResultHead | null, path: string): number {
  const { v } = useOutline();
  const before = useRef<{ path: string; sheets: number } | null>(null);
  const [arrived, setArrived] = useState({ path, count: 0 });
  const sheets = head?.sheets ?? null;
  useEffect(() => {
    if (sheets === null) return;
    const count = before.current?.path === path ? sheets - before.current.sheets : 0;
    before.current = { path, sheets };
    if (count <= 0) return;
    announce(v.slice.arrived(count));
    setArrived((last) => ({ path, count: (last.path === path ? last.count : 0) + count }));
  }, [sheets, path, v]);
  return arrived.path === path ? arrived.count : 0;
}
