import type { ParticipantState, RowCounts } from '../../shared/api/types';

/** The order in which states are shown: what goes well first, then by what a person can mend. */
export const stateOrder: ParticipantState[] = [
  'ready',
  'invited',
  'quarantine',
  'objected',
  'undeliverable',
  'noLegalBasis',
  'advisorUnknown',
  'duplicate',
  'invalid',
  'withdrawn',
];

/** States that have rows, in the order above. */
export function presentStates(counts: RowCounts): [ParticipantState, number][] {
  return stateOrder.flatMap((state) => {
    const count = counts[state] ?? 0;
    return count > 0 ? [[state, count] as [ParticipantState, number]] : [];
  });
}

/** Rows that come back in the CSV with a reason column. */
export function rejectedCount(counts: RowCounts): number {
  return presentStates(counts)
    .filter(([state]) => !['ready', 'invited', 'withdrawn'].includes(state))
    .reduce((sum, [, count]) => sum + count, 0);
}
