/** Whose results can be chosen, as one list: the institute, oneself, the units as a tree. */
import type { ResultChoices } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import type { SliceParams } from './slice';

/** The unit at the top, which is the institute itself; null where several stand side by side. */
export function topOf(units: ResultChoices['units']): string | null {
  const [top, ...others] = units.filter((unit) => unit.depth === 0);
  return top && others.length === 0 && units.length > 1 ? top.number : null;
}

/** The value of the list for a slice; a person's is marked, so that no unit's number can be taken for one. */
export function chosenArea(slice: SliceParams, units: ResultChoices['units']): string {
  if (slice.advisor) return `advisor:${slice.advisor}`;
  return slice.unit && slice.unit !== topOf(units) ? slice.unit : '';
}

/** Units below others are set in; a list of options knows no other way. */
export function areaOptions(choices: ResultChoices, s: ViewTexts['slice']): (readonly [string, string])[] {
  const top = topOf(choices.units);
  const units = choices.units.filter((unit) => unit.number !== top);
  const least = Math.min(...units.map((unit) => unit.depth));
  return [
    ['', s.wholeInstitute] as const,
    ...choices.advisors.map(
      (each) => [`advisor:${each.userName}`, each.userName === choices.own ? s.myself : each.name] as const,
    ),
    ...units.map((unit) => [unit.number, `${'\u2003'.repeat(unit.depth - least)}${unit.name}`] as const),
  ];
}
