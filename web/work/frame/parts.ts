/** A list that comes in parts: the first loaded with the page, the next by a press of *Weitere anzeigen*. */
import { useEffect, useState } from 'preact/hooks';
import type { Part } from '../../shared/api/types';
import { useApi } from './context';
import { type Loaded, useCommand, useLive } from './live';

export interface List<T> extends Loaded<Part<T>> {
  items: T[];
  /** Null: all are shown. */
  more: (() => void) | null;
  busy: boolean;
}

/**
 * @param path With its query, without `after`.
 * @param words What is looked for.
 */
export function useParts<T>(path: string, words = ''): List<T> {
  const api = useApi();
  const first = useLive<Part<T>>(path, 0, words);
  const { busy, error, run } = useCommand();
  const [added, setAdded] = useState<{ from: Part<T> | null; parts: Part<T>[] }>({ from: null, parts: [] });
  const parts = added.from === first.data ? added.parts : [];
  const last = parts.at(-1) ?? first.data;
  const next = last?.next ?? null;

  useEffect(() => setAdded({ from: first.data, parts: [] }), [first.data]);

  const load = () =>
    run(async () => {
      const join = path.includes('?') ? '&' : '?';
      const part = await api.get<Part<T>>(`${path}${join}after=${encodeURIComponent(next ?? '')}`, undefined, words);
      setAdded({ from: first.data, parts: [...parts, part] });
    });

  return {
    ...first,
    error: error ?? first.error,
    items: [first.data, ...parts].flatMap((part) => part?.items ?? []),
    more: next === null ? null : () => void load(),
    busy,
  };
}
