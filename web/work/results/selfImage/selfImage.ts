/** Gaps between self-image and customers, as a sentence and as a table. */
import type { ResultLine } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, number, text } from '../../charts/table';
import { figureCells, figureColumns } from '../figures/figures';
import { largestGap } from '../results';

export function gapSentence(lines: ResultLine[], f: Formats, v: ViewTexts): string {
  const largest = largestGap(lines);
  const texts = v.views.selfImage;
  return largest?.gap == null ? texts.noneMarked : texts.largest(largest.name, f.difference(largest.gap));
}

export function selfImageTable(
  caption: string,
  nameOf: string,
  lines: ResultLine[],
  t: Texts,
  f: Formats,
  v: ViewTexts,
): ChartTable {
  const texts = v.views.selfImage;
  return {
    caption,
    columns: [
      { key: 'name', name: nameOf, kind: 'text' },
      ...figureColumns(v.slice, texts.customers),
      { key: 'self', name: texts.self, kind: 'figure' },
      { key: 'gap', name: texts.gap, kind: 'figure' },
      { key: 'marked', name: texts.marked, kind: 'text' },
    ],
    rows: lines.map((line) => [
      text(line.name),
      ...figureCells(f, t, 'mean', line.figure),
      number(line.self, line.self === null ? t.common.none : f.mean(line.self)),
      number(line.gap, line.gap === null ? t.common.none : f.difference(line.gap)),
      text(line.gapMarked ? v.slice.yes : v.slice.no),
    ]),
  };
}
