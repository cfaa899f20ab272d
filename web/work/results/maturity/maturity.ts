/** Today and desired, topic by topic. */
import type { MaturityLine } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, number } from '../../charts/table';
import { figureCells, figureColumns } from '../figures/figures';

/** The API sends the largest gap first. */
export function maturitySentence(lines: MaturityLine[], f: Formats, v: ViewTexts): string {
  const [first] = lines;
  const texts = v.views.maturity;
  return first && first.gap !== null && first.gap > 0
    ? texts.sentence(first.text, f.difference(first.gap))
    : texts.none;
}

export function maturityTable(lines: MaturityLine[], t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.maturity;
  return {
    caption: texts.title,
    columns: [
      { key: 'topic', name: texts.topic, kind: 'text' },
      { key: 'gap', name: texts.gap, kind: 'figure' },
      ...figureColumns(v.slice, texts.current, 'current'),
      ...figureColumns(v.slice, texts.desired, 'desired'),
    ],
    rows: lines.map((line, index) => [
      { text: `${index + 1}. ${line.text}`, value: line.text },
      number(line.gap, line.gap === null ? t.common.none : f.difference(line.gap)),
      ...figureCells(f, t, 'mean', line.current),
      ...figureCells(f, t, 'mean', line.desired),
    ]),
  };
}
