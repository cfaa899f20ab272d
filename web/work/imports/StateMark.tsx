import type { ParticipantState } from '../../shared/api/types';
import { useWords } from '../frame/context';

const marks: Partial<Record<ParticipantState, string>> = { ready: '●', invited: '✓', withdrawn: '↩' };

/** A state in words, with a small shape; the colour only repeats it. */
export function StateMark({ state }: { state: ParticipantState }) {
  const { t } = useWords();
  const kind = state === 'ready' || state === 'invited' ? 'fine' : state === 'withdrawn' ? 'gone' : 'held';
  return (
    <span class={`state state-${kind}`}>
      <span aria-hidden="true">{marks[state] ?? '○'} </span>
      {t.states[state]}
    </span>
  );
}
