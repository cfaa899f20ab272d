import type { ReturnWeek } from '../../shared/api/types';
import { weekParts } from '../../shared/formats';

export type Funnel = Pick<ReturnWeek, 'sent' | 'bounced' | 'opened' | 'started' | 'answered' | 'declined'>;

/** All weeks pooled: persons are added up, rates are never averaged. Null rate: nothing delivered; what is not known of one
 * week is not known of all. */
export function together(weeks: ReturnWeek[]): Funnel & { rate: number | null } {
  const sum: Funnel = { sent: 0, bounced: 0, opened: 0, started: 0, answered: 0, declined: 0 };
  for (const { sent, bounced, answered, opened, started, declined } of weeks) {
    sum.sent += sent;
    sum.bounced += bounced;
    sum.answered += answered;
    sum.opened = both(sum.opened, opened);
    sum.started = both(sum.started, started);
    sum.declined = both(sum.declined, declined);
  }
  const delivered = sum.sent - sum.bounced;
  return { ...sum, rate: delivered > 0 ? sum.answered / delivered : null };
}

function both(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

/** Whether a week's number occurs in more than one year, so that it says too little without the year. */
export function repeats(weeks: ReturnWeek[]): boolean {
  return new Set(weeks.map(({ week }) => weekParts(week).week)).size < weeks.length;
}

/** The range of all finished weeks, and which ones stand highest as the page shows it, in whole percent; null before
 * any week is finished. */
export function spread(weeks: ReturnWeek[]): { best: ReturnWeek[]; low: number; high: number } | null {
  const finished = weeks.filter((week) => !week.running && week.rate !== null);
  if (finished.length === 0) return null;
  const rate = (week: ReturnWeek) => week.rate ?? 0;
  const rates = finished.map(rate);
  const high = Math.max(...rates);
  const shown = (value: number) => Math.round(value * 100);
  return { best: finished.filter((week) => shown(rate(week)) === shown(high)), low: Math.min(...rates), high };
}
