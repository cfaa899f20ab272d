/** How a figure and a difference read. A figure is of one of three kinds; nothing else decides how it is written. */
import type { Diff, Figure } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type Cell, type Column, number, text } from '../../charts/table';
import { shownAs } from '../results';

export type FigureKind = 'nps' | 'mean' | 'share';

/** `+54`, `4,3`, `37 %` */
export function valueText(f: Formats, kind: FigureKind, value: number): string {
  return { nps: f.nps, mean: f.mean, share: f.percent }[kind](value);
}

/** `+54 ± 19`; empty while withheld. */
export function figureText(f: Formats, kind: FigureKind, figure: Figure): string {
  return { nps: f.npsFigure, mean: f.meanFigure, share: f.shareFigure }[kind](figure);
}

/** `+35 bis +73` */
export function rangeText(f: Formats, kind: FigureKind, figure: Figure): string {
  return { nps: f.npsRange, mean: f.meanRange, share: f.shareRange }[kind](figure);
}

/** `4,3 ± 0,2 · n = 57`, or why there is none. */
export function fullText(f: Formats, t: Texts, kind: FigureKind, figure: Figure): string {
  const shown = shownAs(figure);
  if (shown === 'figure') return `${figureText(f, kind, figure)} · ${f.n(figure.n)}`;
  return shown === 'withheld' ? t.common.withheld(figure.missing) : t.common.noAnswers;
}

/** `+12 (+3 bis +21)`, or that the intervals leave it open. */
export function diffText(f: Formats, s: ViewTexts['slice'], kind: FigureKind, diff: Diff): string {
  if (!diff.reliable) return s.noReliable;
  const { low, high } = diff;
  const signed = signedOf(f, kind);
  const value = kind === 'share' ? s.percentPoints(signed(diff.value)) : signed(diff.value);
  if (low === null || high === null) return value;
  return `${value} ${s.range(s.days(signed(low), signed(high)))}`;
}

/** A kind has one number of decimals: below each other, differences are compared at a glance. */
export function signedOf(f: Formats, kind: FigureKind): (value: number) => string {
  return { nps: f.nps, mean: f.differenceFine, share: f.points }[kind];
}

/** The columns that every figure has in a table; an export has the two ends apart, to calculate with. */
export function figureColumns(s: ViewTexts['slice'], name: string = s.figure, key = 'figure'): Column[] {
  return [
    { key, name, kind: 'figure' },
    { key: `${key}-interval`, name: s.interval, kind: 'figure', only: 'page' },
    { key: `${key}-low`, name: s.low, kind: 'figure', only: 'export' },
    { key: `${key}-high`, name: s.high, kind: 'figure', only: 'export' },
    { key: `${key}-n`, name: s.n, kind: 'figure' },
  ];
}

export function figureCells(f: Formats, t: Texts, kind: FigureKind, figure: Figure): Cell[] {
  return [
    number(figure.value, shortText(f, t, kind, figure)),
    text(rangeText(f, kind, figure) || t.common.none),
    number(figure.low, ''),
    number(figure.high, ''),
    number(figure.n, f.count(figure.n)),
  ];
}

/** The value alone, or why there is none. */
export function shortText(f: Formats, t: Texts, kind: FigureKind, figure: Figure): string {
  if (figure.value !== null) return valueText(f, kind, figure.value);
  return shownAs(figure) === 'withheld' ? t.common.withheld(figure.missing) : t.common.none;
}

export function diffColumns(s: ViewTexts['slice']): Column[] {
  return [
    { key: 'diff', name: s.difference, kind: 'figure' },
    { key: 'reliable', name: s.reliable, kind: 'text', only: 'export' },
  ];
}

export function diffCells(
  f: Formats,
  s: ViewTexts['slice'],
  none: string,
  kind: FigureKind,
  diff: Diff | null,
): Cell[] {
  if (!diff) return [text(null, none), text(null)];
  return [{ text: diffText(f, s, kind, diff), value: diff.value }, text(diff.reliable ? s.yes : s.no)];
}
