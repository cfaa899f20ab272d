/** The slice in words. */
import type { ResultChoices } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { ownPeriod, type SliceKey, type SliceParams, surveysOf, usualPeriod } from './slice';

type SliceTexts = ViewTexts['slice'];

export function periodText(period: string | undefined, s: SliceTexts, f: Formats): string {
  const token = period ?? usualPeriod;
  if (token in s.periods) return s.periods[token as keyof SliceTexts['periods']];
  const quarter = /^(\d{4})-Q([1-4])$/.exec(token);
  if (quarter) return s.quarter(Number(quarter[2]), Number(quarter[1]));
  const own = ownPeriod(token);
  return own ? s.days(f.dayPlain(own.from), f.dayPlain(own.to)) : token;
}

export interface Chip {
  key: SliceKey;
  /** What is narrowed. */
  name: string;
  /** To what. */
  text: string;
}

/** Everything that is not as usual, in the order of the bar. */
export function chips(slice: SliceParams, choices: ResultChoices | null, s: SliceTexts, f: Formats): Chip[] {
  const all: (Chip | null)[] = [
    chip('surveys', s.survey, surveysText(slice, choices, s)),
    chip('version', s.version, slice.version && s.versionOf(Number(slice.version))),
    chip('period', s.period, slice.period && periodText(slice.period, s, f)),
    chip(
      'unit',
      s.who,
      named(choices?.units, (unit) => unit.number, slice.unit),
    ),
    chip('advisor', s.who, advisorText(slice.advisor, choices, s)),
    chip('segment', s.segment, slice.segment),
    chip('channel', s.channel, slice.channel),
    chip(
      'field',
      s.field,
      named(choices?.fields, (field) => field.id, slice.field),
    ),
    chip(
      'factor',
      s.factor,
      named(choices?.factors, (factor) => factor.id, slice.factor),
    ),
    chip('compare', s.compare, compareText(slice.compare, s)),
  ];
  return all.filter((each) => each !== null);
}

/** "letzte 12 Monate · Region Nord": what a folded bar says. */
export function inWords(slice: SliceParams, choices: ResultChoices | null, s: SliceTexts, f: Formats): string {
  const others = chips(slice, choices, s, f).filter((each) => each.key !== 'period');
  return [periodText(slice.period, s, f), ...others.map((each) => each.text)].join(' · ');
}

function chip(key: SliceKey, name: string, text: string | undefined): Chip | null {
  return text ? { key, name, text } : null;
}

export function surveysText(slice: SliceParams, choices: ResultChoices | null, s: SliceTexts): string | undefined {
  const ids = surveysOf(slice);
  if (ids.length === 0) return undefined;
  return ids.length === 1 ? named(choices?.surveys, (survey) => survey.id, ids[0]) : s.someSurveys(ids.length);
}

function advisorText(userName: string | undefined, choices: ResultChoices | null, s: SliceTexts): string | undefined {
  if (!userName) return undefined;
  return userName === choices?.own ? s.myself : named(choices?.advisors, (each) => each.userName, userName);
}

function compareText(compare: string | undefined, s: SliceTexts): string | undefined {
  if (!compare) return undefined;
  return compare in s.compares ? s.compares[compare as keyof SliceTexts['compares']] : compare;
}

/** Its name; an id that the choices do not know stands for itself. */
function named<T extends { name: string }>(
  of: T[] | undefined,
  id: (each: T) => string,
  wanted: string | undefined,
): string | undefined {
  return wanted && (of?.find((each) => id(each) === wanted)?.name ?? wanted);
}
