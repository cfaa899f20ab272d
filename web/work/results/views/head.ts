import type { ResultHead } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { ViewTexts } from '../../../shared/texts/viewTexts';

/** "Region Nord", "1. Jan. 2026 bis 30. Juni 2026", "Segment Privatkunden", "812 Antwortbögen", what it is compared with. */
export function headParts(head: ResultHead, s: ViewTexts['slice'], f: Formats): string[] {
  const { slice, compare } = head;
  return [
    head.title,
    slice.surveys.length > 0 ? f.list(slice.surveys.map((survey) => survey.name)) : '',
    s.days(f.dayPlain(slice.period.from), f.dayPlain(slice.period.to)),
    slice.version === null ? '' : s.versionOf(slice.version),
    slice.segment ?? '',
    slice.channel ?? '',
    slice.field?.name ?? '',
    slice.factor?.name ?? '',
    s.sheets(head.sheets),
    compare ? s.comparedWith(compared(head, s, f), s.sheets(compare.sheets)) : '',
  ].filter((part) => part !== '');
}

/** Everything that the figures leave out, as sentences. The API writes most of them. */
export function headNotes(head: ResultHead, s: ViewTexts['slice']): string[] {
  return [...head.withheld.map(({ survey, missing }) => s.withheld(survey.name, missing)), ...head.notes];
}

/** "Zeitraum davor, 1. Jan. 2025 bis 31. Dez. 2025"; the days only where they are others. */
function compared({ slice, compare }: ResultHead, s: ViewTexts['slice'], f: Formats): string {
  if (!compare) return '';
  const same = compare.from === slice.period.from && compare.to === slice.period.to;
  return same ? compare.label : `${compare.label}, ${s.days(f.dayPlain(compare.from), f.dayPlain(compare.to))}`;
}
