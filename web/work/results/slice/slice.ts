/** What is looked at, as it stands in the address: the same names as the API's, so that a view can be bookmarked and
 * shared. What is usual stands in no address. */
import type { ResultChoices } from '../../../shared/api/types';
import { query } from '../../frame/router';

export const sliceKeys = [
  'surveys',
  'period',
  'unit',
  'advisor',
  'segment',
  'channel',
  'field',
  'factor',
  'version',
  'compare',
] as const;

export type SliceKey = (typeof sliceKeys)[number];

/** By the API's names; what is not there is not narrowed. */
export type SliceParams = Partial<Record<SliceKey, string>>;

export const usualPeriod = '12m';

export function sliceOf(search: URLSearchParams): SliceParams {
  const slice: SliceParams = {};
  for (const key of sliceKeys) {
    const value = search.get(key);
    if (value) slice[key] = value;
  }
  return slice;
}

/** "" or "?unit=12&period=6m", always in the same order. */
export function sliceQuery(slice: SliceParams, further: Record<string, string | null> = {}): string {
  return query({ ...Object.fromEntries(sliceKeys.map((key) => [key, slice[key]])), ...further });
}

/** With one thing chosen otherwise; what can no longer stand beside it goes. */
export function changed(slice: SliceParams, change: SliceParams): SliceParams {
  const next: SliceParams = { ...slice, ...change };
  for (const key of sliceKeys) if (!next[key]) delete next[key];
  if (next.period === usualPeriod) delete next.period;
  if (change.unit) delete next.advisor;
  if (change.advisor) delete next.unit;
  // A version belongs to one survey.
  if (change.surveys !== undefined || !next.surveys || next.surveys.includes(',')) {
    if (change.version === undefined || !next.surveys || next.surveys.includes(',')) delete next.version;
  }
  if (next.compare === 'institute' && !next.unit && !next.advisor) delete next.compare;
  if (next.compare && next.compare !== 'institute' && next.period === 'all') delete next.compare;
  return next;
}

export function surveysOf(slice: SliceParams): string[] {
  return slice.surveys ? slice.surveys.split(',') : [];
}

/** The surveys with one more or one less, in the order of the choices. */
export function withSurvey(slice: SliceParams, id: string, chosen: boolean, choices: ResultChoices): SliceParams {
  const before = surveysOf(slice);
  const now = chosen ? [...before, id] : before.filter((each) => each !== id);
  const order = choices.surveys.map((survey) => survey.id);
  return changed(slice, { surveys: [...now].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(',') });
}

/** The slice as if nothing had been chosen there. */
export function without(slice: SliceParams, chosen: { key: SliceKey }[]): SliceParams {
  return changed(slice, Object.fromEntries(chosen.map(({ key }) => [key, ''])));
}

/** Which comparisons make sense for a slice. The unit at the top is the institute: there is no rest. */
export function comparesFor(slice: SliceParams, top: string | null = null): ('previous' | 'lastYear' | 'institute')[] {
  return [
    ...(slice.period === 'all' ? [] : (['previous', 'lastYear'] as const)),
    ...((slice.unit && slice.unit !== top) || slice.advisor ? (['institute'] as const) : []),
  ];
}

/** The last four quarters that have begun, the newest first: "2026-Q3". */
export function quarters(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  return [0, 1, 2, 3].map((back) => {
    const at = year * 4 + quarter - 1 - back;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
}

/** The two days of an own period; null: it is another kind. */
export function ownPeriod(period: string | undefined): { from: string; to: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(period ?? '');
  return match?.[1] && match[2] ? { from: match[1], to: match[2] } : null;
}
