/** A measure over time: which is looked at, its look, its table, its sentence. */
import type { TrendMeasure, TrendPoint, TrendStep, TrendView } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import type { TrendLook } from '../../charts/lines';
import { type ChartTable, number, text } from '../../charts/table';
import { figureCells, figureColumns, type FigureKind, figureText, valueText } from '../figures/figures';

export const measures = ['nps', 'mean', 'csat', 'fcr', 'responseRate'] as const satisfies TrendMeasure[];
export const steps = ['month', 'week', 'rolling'] as const satisfies TrendStep[];

export const measureKind: Record<TrendMeasure, FigureKind> = {
  nps: 'nps',
  csat: 'share',
  fcr: 'share',
  mean: 'mean',
  responseRate: 'share',
};

/** From the address; what it does not know is as usual. */
export function measureOf(value: string | null): TrendMeasure {
  return measures.find((each) => each === value) ?? 'nps';
}

export function stepOf(value: string | null): TrendStep {
  return steps.find((each) => each === value) ?? 'month';
}

export function lookOf(measure: TrendMeasure, scale: { min: number; max: number }, f: Formats): TrendLook {
  const kind = measureKind[measure];
  const ends = kind === 'nps' ? { min: -100, max: 100 } : kind === 'share' ? { min: 0, max: 1 } : scale;
  return { ...ends, text: (value) => valueText(f, kind, value) };
}

/** First and last finished point; undefined while there are not two. */
export function trendSentence(
  points: TrendPoint[],
  measure: TrendMeasure,
  f: Formats,
  v: ViewTexts,
): string | undefined {
  const known = points.filter((point) => point[measure].value !== null && !point.running);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return undefined;
  const value = (point: TrendPoint) => figureText(f, measureKind[measure], point[measure]);
  return v.views.trend.sentence(first.label, value(first), last.label, value(last));
}

export function trendTable(of: TrendView, measure: TrendMeasure, t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.trend;
  return {
    caption: texts.title(v.views.measures[measure], texts.steps[of.step]),
    columns: [
      { key: 'time', name: texts.time, kind: 'text' },
      { key: 'from', name: v.slice.from, kind: 'text', only: 'export' },
      { key: 'to', name: v.slice.to, kind: 'text', only: 'export' },
      ...figureColumns(v.slice, v.views.measures[measure]),
      { key: 'sheets', name: texts.sheets, kind: 'figure' },
      { key: 'state', name: texts.state, kind: 'text' },
    ],
    rows: of.points.map((point) => [
      text(point.label),
      text(point.from),
      text(point.to),
      ...figureCells(f, t, measureKind[measure], point[measure]),
      number(point.sheets, f.count(point.sheets)),
      { text: point.running ? texts.running : '', value: point.running ? texts.running : texts.final },
    ]),
  };
}
