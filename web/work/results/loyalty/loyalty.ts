/** What stands behind NPS, CSAT and FCR: how many answered how. */
import type { LoyaltyView } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, number, text } from '../../charts/table';
import { figureCells, figureColumns } from '../figures/figures';

export interface Share {
  key: string;
  name: string;
  count: number;
  /** 0–1 */
  share: number;
}

export function npsGroups({ nps }: LoyaltyView, v: ViewTexts): Share[] {
  const { detractors, passives, promoters } = v.views.loyalty;
  return shares([
    ['detractors', detractors, nps.detractors],
    ['passives', passives, nps.passives],
    ['promoters', promoters, nps.promoters],
  ]);
}

/** The steps of a scale, the lowest first. */
export function stepShares(counts: number[], min: number): Share[] {
  return shares(counts.map((count, index) => [String(min + index), String(min + index), count]));
}

/** "Weiß nicht" stands apart: it has no share. */
export function fcrShares({ fcr }: LoyaltyView, v: ViewTexts): Share[] {
  return shares([
    ['no', v.slice.no, fcr.no],
    ['yes', v.slice.yes, fcr.yes],
  ]);
}

export function sharesTable(caption: string, name: string, of: Share[], f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.loyalty;
  return {
    caption,
    columns: [
      { key: 'answer', name, kind: 'text' },
      { key: 'count', name: texts.count, kind: 'figure' },
      { key: 'share', name: texts.share, kind: 'figure' },
    ],
    rows: of.map((each) => [
      text(each.name),
      number(each.count, f.count(each.count)),
      number(each.share, f.percent(each.share)),
    ]),
  };
}

export function loyaltyTrendTable(of: LoyaltyView, t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const { measures, overview, loyalty } = v.views;
  return {
    caption: loyalty.trend,
    columns: [
      { key: 'month', name: overview.month, kind: 'text' },
      ...figureColumns(v.slice, measures.nps, 'nps'),
      ...figureColumns(v.slice, measures.csat, 'csat'),
      ...figureColumns(v.slice, measures.fcr, 'fcr'),
    ],
    rows: of.trend.map((month) => [
      text(month.label),
      ...figureCells(f, t, 'nps', month.nps),
      ...figureCells(f, t, 'share', month.csat),
      ...figureCells(f, t, 'share', month.fcr),
    ]),
  };
}

function shares(of: [key: string, name: string, count: number][]): Share[] {
  const sum = of.reduce((all, [, , count]) => all + count, 0);
  return of.map(([key, name, count]) => ({ key, name, count, share: sum > 0 ? count / sum : 0 }));
}
