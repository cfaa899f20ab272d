/** An entry of *Mitgenommene Ergebnisse* in words. */
import type { ExportLine, Part, ResultChoices, RetentionView } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { periodText as keptText } from '../../retention/retention';
import { sliceOf, type SliceParams } from '../slice/slice';
import { type Chip, chips, periodText } from '../slice/words';

/** As it was taken along; a name that the product does not know (any more) stays as it is. */
export function exportedSlice({ slice }: ExportLine): SliceParams {
  return sliceOf(new URLSearchParams(slice));
}

/** "Region Nord · letzte 12 Monate · Baufinanzierung": whose results, and then what narrows them. */
export function sliceText(
  slice: SliceParams,
  choices: ResultChoices | null,
  s: ViewTexts['slice'],
  f: Formats,
): string {
  const all = chips(slice, choices, s, f);
  const areas = all.filter(isArea).map((each) => chipText(each, slice));
  const others = all.filter((each) => !isArea(each) && each.key !== 'period').map((each) => chipText(each, slice));
  return [...(areas.length > 0 ? areas : [s.wholeInstitute]), periodText(slice.period, s, f), ...others].join(' · ');
}

function isArea({ key }: Chip): boolean {
  return key === 'unit' || key === 'advisor';
}

/** A number or id alone would say nothing: "Bereich 999". */
function chipText({ key, name, text }: Chip, slice: SliceParams): string {
  const unknown = (key === 'unit' || key === 'surveys') && text === slice[key];
  return unknown ? `${name} ${text}` : text;
}

/** @param retention Null: it is not known how long. */
export function keptSentence(retention: RetentionView | null, t: Texts): string {
  const logs = retention?.classes.find((each) => each.of === 'logs');
  return logs ? t.exports.kept(keptText(logs, t)) : t.exports.keptAsLogs;
}

export function exportsSummary({ items: [latest] }: Part<ExportLine>, t: Texts, f: Formats): string {
  return latest ? t.exports.latest(f.instant(latest.at), latest.name) : t.exports.none;
}
