/** *Aufbewahrung*: periods, what is due next, what was deleted. */
import type { Day, Instant, Week } from './common';

export interface RetentionView {
  classes: RetentionClass[];
  /** On which day everything due had been deleted last; null: the job has not been through yet. */
  doneOn: Day | null;
  today: Day;
  /** Those that have deleted something, newest first. */
  runs: RetentionRun[];
}

export interface RetentionClass {
  of: 'participants' | 'answers' | 'logs';
  period: number;
  inMonths: boolean;
  /** When something can be due next; null: there is nothing of it. */
  nextOn: Day | null;
}

export interface RetentionRun {
  at: Instant;
  /** Send or import weeks of what was deleted. */
  fromWeek: Week;
  toWeek: Week;
  counts: { item: RetentionItem; count: number }[];
}

export type RetentionItem =
  | 'participants'
  | 'callbacks'
  | 'sources'
  | 'copies'
  | 'answers'
  | 'openings'
  | 'links'
  | 'mails'
  | 'conversations'
  | 'contacts'
  | 'objections'
  | 'exports';
