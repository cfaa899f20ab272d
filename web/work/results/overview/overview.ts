/** The trend of the overall view in words and as a table. */
import type { OverviewView } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, number, text } from '../../charts/table';
import { figureCells, figureColumns, figureText } from '../figures/figures';

type Trend = OverviewView['trend'];

interface Words {
  t: Texts;
  f: Formats;
  v: ViewTexts;
}

export function trendTable(trend: Trend, { t, f, v }: Words): ChartTable {
  return {
    caption: v.views.overview.trend,
    columns: [
      { key: 'month', name: v.views.overview.month, kind: 'text' },
      ...figureColumns(v.slice, v.views.measures.nps),
      { key: 'sheets', name: v.views.overview.sheets, kind: 'figure' },
    ],
    rows: trend.map((month) => [
      text(month.label),
      ...figureCells(f, t, 'nps', month.nps),
      number(month.sheets, f.count(month.sheets)),
    ]),
  };
}

/** From the first month with a value to the last; or that their intervals leave a difference open. */
export function trendSentence(trend: Trend, { f, v }: Words): string | undefined {
  const known = trend.filter((month) => month.nps.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return undefined;
  const open =
    first.nps.low === null ||
    first.nps.high === null ||
    last.nps.low === null ||
    last.nps.high === null ||
    (first.nps.low <= last.nps.high && last.nps.low <= first.nps.high);
  if (open) return v.views.overview.trendOpen;
  const month = (of: Trend[number]) => `${figureText(f, 'nps', of.nps)} (${of.label})`;
  return v.views.overview.trendSentence(month(first), month(last));
}
