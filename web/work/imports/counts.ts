import type { ImportView, ParticipantState, RowCounts } from '../../shared/api/types';

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

/** A preview that somebody threw away: nothing of it was ever taken over, and its rows are gone. */
export function isDiscarded(view: ImportView): boolean {
  return view.state === 'undone' && view.confirmedAt === null && view.refused === null;
}

/** Still before confirm, and something of it is taken over then. */
export function canBeTaken(view: ImportView): boolean {
  return view.canConfirm && !hasNothingToTake(view);
}

/** A preview of which nothing can be taken over: its rows are to be corrected first. */
export function hasNothingToTake(view: ImportView): boolean {
  return view.state === 'preview' && view.rows > 0 && (view.counts.ready ?? 0) + view.later === 0;
}
