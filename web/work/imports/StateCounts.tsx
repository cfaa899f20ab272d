import type { ImportView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { presentStates } from './counts';

/** "bereit 39 · Quarantäne 4 · …", each a way to its rows. */
export function StateCounts({ of }: { of: ImportView }) {
  const { t, f } = useWords();
  return (
    <ul class="counts">
      {presentStates(of.counts).map(([state, count]) => (
        <li key={state}>
          <a href={`/importe/${encodeURIComponent(of.id)}?zustand=${state}`}>
            {t.states[state]} <strong>{f.count(count)}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}
