import { useWords } from './context';
import type { List } from './parts';

interface MoreProps<T> {
  of: List<T>;
  /** Where the page knows better than the list how many there are. */
  total?: number;
}

/** How many are shown, and the way to more. */
export function More<T>({ of, total = of.data?.total ?? undefined }: MoreProps<T>) {
  const { t } = useWords();
  return (
    <p class="more">
      {total !== undefined && <span class="quiet">{t.common.shownOf(of.items.length, total)}</span>}
      {of.more && (
        <button type="button" class="button" disabled={of.busy} onClick={of.more}>
          {of.busy ? t.common.loading : t.common.more}
        </button>
      )}
    </p>
  );
}
