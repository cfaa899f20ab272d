/** The management report by mail: `/api/results/report`. */
import type { Instant } from './common';

export type ReportRhythm = 'never' | 'weekly' | 'monthly';

export type ReportRole = 'salesManagement' | 'head';

export interface ReportSchedule {
  rhythm: ReportRhythm;
  roles: ReportRole[];
  /** User name of who has decided so; null: nobody has yet. */
  by: string | null;
  at: Instant | null;
  /** Persons who would get it now. */
  recipients: number;
  /** Null: never. */
  next: Instant | null;
  latest: { at: Instant; sent: number; waiting: number; failed: number } | null;
}
