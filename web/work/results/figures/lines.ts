/** Lines (factors, fields, questions) as a table, and what is to be said of them. */
import type { ResultLine } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, type Column, number, text } from '../../charts/table';
import { extremes } from '../results';
import { diffCells, diffColumns, figureCells, figureColumns, fullText } from './figures';

interface Words {
  t: Texts;
  f: Formats;
  v: ViewTexts;
}

/** @param scale Of the distribution's steps. */
export function linesTable(
  caption: string,
  nameOf: string,
  lines: ResultLine[],
  scale: { min: number; max: number },
  { t, f, v }: Words,
): ChartTable {
  const compared = lines.some((line) => line.diff);
  const steps = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
  return {
    caption,
    columns: [
      { key: 'name', name: nameOf, kind: 'text' },
      ...figureColumns(v.slice, v.views.means),
      ...(compared ? diffColumns(v.slice) : []),
      ...steps.map((step): Column => ({ key: `step-${step}`, name: String(step), kind: 'figure' })),
      { key: 'cannot', name: v.views.cannotJudge, kind: 'figure' },
    ],
    rows: lines.map((line) => [
      text(line.name),
      ...figureCells(f, t, 'mean', line.figure),
      ...(compared ? diffCells(f, v.slice, t.common.none, 'mean', line.diff) : []),
      ...steps.map((_, index) => {
        const count = line.distribution[index];
        return number(count ?? null, count === undefined ? t.common.none : f.count(count));
      }),
      number(line.cannotJudge, f.count(line.cannotJudge)),
    ]),
  };
}

/** Which stands highest and which lowest; or that nobody can tell yet. */
export function linesSentence(lines: ResultLine[], { t, f }: Words): string | undefined {
  const ends = extremes(lines);
  if (!ends) return undefined;
  const value = (line: ResultLine) => fullText(f, t, 'mean', line.figure);
  const { best, worst, open } = ends;
  return open ? t.results.chartOpen : t.results.chartSentence(best.name, value(best), worst.name, value(worst));
}
