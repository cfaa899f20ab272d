import type { ReturnWeek } from '../../shared/api/types';

export type Funnel = Pick<ReturnWeek, 'sent' | 'bounced' | 'opened' | 'started' | 'answered' | 'declined'>;

/** All weeks pooled: persons are added up, rates are never averaged. Null rate: nothing delivered. */
export function together(weeks: ReturnWeek[]): Funnel & { rate: number | null } {
  const sum: Funnel = { sent: 0, bounced: 0, opened: 0, started: 0, answered: 0, declined: 0 };
  for (const week of weeks) {
    for (const key of Object.keys(sum) as (keyof Funnel)[]) sum[key] += week[key];
  }
  const delivered = sum.sent - sum.bounced;
  return { ...sum, rate: delivered > 0 ? sum.answered / delivered : null };
}

/** The highest finished week and the range of all finished ones; null before any week is finished. */
export function spread(weeks: ReturnWeek[]): { best: ReturnWeek; low: number; high: number } | null {
  const finished = weeks.filter((week) => !week.running && week.rate !== null);
  const [first] = finished;
  if (!first) return null;
  const rate = (week: ReturnWeek) => week.rate ?? 0;
  const best = finished.reduce((a, b) => (rate(b) > rate(a) ? b : a), first);
  return { best, low: Math.min(...finished.map(rate)), high: rate(best) };
}
