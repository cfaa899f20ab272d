import { useWords } from './context';
import type { List } from './parts';

/** How many are shown, and the way to more. */
export function More<T>({ of }: { of: List<T> }) {
  const { t } = useWords();
  const total = of.data?.total;
  return (
    <p class="more">
      {typeof total === 'number' && <span class="quiet">{t.common.shownOf(of.items.length, total)}</span>}
      {of.more && (
        <button type="button" class="button" disabled={of.busy} onClick={of.more}>
          {of.busy ? t.common.loading : t.common.more}
        </button>
      )}
    </p>
  );
}
