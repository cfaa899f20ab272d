/** Whose results can be chosen, as one list: the institute, oneself, the units as a tree. */
import type { ResultChoices } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import type { SliceParams } from './slice';

/** The value of the list for a slice; a person's is marked, so that no unit's number can be taken for one. */
export function chosenArea(slice: SliceParams): string {
  if (slice.advisor) return `advisor:${slice.advisor}`;
  return slice.unit ?? '';
}

/** Units below others are set in; a list of options knows no other way. */
export function areaOptions(choices: ResultChoices, s: ViewTexts['slice']): (readonly [string, string])[] {
  const deepest = Math.min(...choices.units.map((unit) => unit.depth));
  return [
    ['', s.wholeInstitute] as const,
    ...choices.advisors.map(
      (each) => [`advisor:${each.userName}`, each.userName === choices.own ? s.myself : each.name] as const,
    ),
    ...choices.units.map((unit) => [unit.number, `${'\u2003'.repeat(unit.depth - deepest)}${unit.name}`] as const),
  ];
}
