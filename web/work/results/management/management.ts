/** The parts of the index, and importance × performance, as sentences and tables. */
import type { ActivityIndex, ImportancePoint, ManagementView } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type Quadrant, quadrantOf, type QuadrantPoint } from '../../charts/quadrants';
import { type ChartTable, number, text } from '../../charts/table';
import { figureCells, figureColumns } from '../figures/figures';

/** Fewer answers say nothing about importance. */
export const leastForImportance = 30;

export interface PlacedFactor extends QuadrantPoint {
  id: string;
  /** As it is numbered in the drawing. */
  number: number;
  quadrant: Quadrant;
  point: ImportancePoint;
}

/** The factors that have both, the most important first, numbered as drawn. */
export function placed(points: ImportancePoint[]): PlacedFactor[] {
  const known = points
    .flatMap((point) =>
      point.importance === null || point.performance.value === null
        ? []
        : [
            {
              id: point.id,
              name: point.name,
              performance: point.performance.value,
              importance: point.importance,
              point,
            },
          ],
    )
    .sort((a, b) => b.importance - a.importance);
  return known.map((each, index) => ({ ...each, number: index + 1, quadrant: quadrantOf(each, known) }));
}

/** What to take up first, and what to keep. */
export function quadrantSentence(factors: PlacedFactor[], f: Formats, v: ViewTexts): string {
  const names = (quadrant: Quadrant) => factors.filter((each) => each.quadrant === quadrant).map((each) => each.name);
  const texts = v.views.management;
  const [improve, keep] = [names('improve'), names('keep')];
  return [
    improve.length > 0 ? texts.improve(f.list(improve)) : texts.noImprove,
    keep.length > 0 ? texts.keep(f.list(keep)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

export function importanceTable(factors: PlacedFactor[], t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.management;
  return {
    caption: texts.importance,
    columns: [
      { key: 'factor', name: texts.factor, kind: 'text' },
      ...figureColumns(v.slice, v.views.means),
      ...figureColumns(v.slice, texts.importanceAxis, 'importance').map((column) =>
        column.key === 'importance-n' ? { ...column, name: texts.customers } : column,
      ),
      { key: 'quadrant', name: texts.quadrant, kind: 'text' },
    ],
    rows: factors.map((each) => [
      { text: `${each.number}. ${each.name}`, value: each.name },
      ...figureCells(f, t, 'mean', each.point.performance),
      number(each.importance, f.hundredths(each.importance)),
      text(betweenText(each.point, t, f, v)),
      number(each.point.low, ''),
      number(each.point.high, ''),
      number(each.point.n, f.count(each.point.n)),
      text(texts.quadrants[each.quadrant]),
    ]),
  };
}

function betweenText({ low, high }: ImportancePoint, t: Texts, f: Formats, v: ViewTexts): string {
  return low === null || high === null ? t.common.none : v.slice.days(f.hundredths(low), f.hundredths(high));
}

export function indexTable(index: ActivityIndex, t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.management;
  return {
    caption: texts.index,
    columns: [
      { key: 'part', name: texts.part, kind: 'text' },
      { key: 'weight', name: texts.weight, kind: 'figure' },
      { key: 'value', name: texts.value, kind: 'figure' },
      { key: 'target', name: texts.target, kind: 'figure' },
      { key: 'detail', name: texts.detail, kind: 'text' },
    ],
    rows: index.parts.map((part) => [
      text(part.name),
      number(part.weight, f.percent(part.weight)),
      number(part.value, f.percent(part.value)),
      number(part.target, part.target === null ? t.common.none : f.percent(part.target)),
      text(part.detail),
    ]),
  };
}

/** The parts of all units side by side. */
export function unitsTable(units: ManagementView['units'], t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.management;
  const parts = new Map(units.flatMap((unit) => unit.index.parts.map((part) => [part.id, part.name] as const)));
  return {
    caption: texts.units,
    columns: [
      { key: 'unit', name: texts.unit, kind: 'text' },
      { key: 'index', name: texts.index, kind: 'figure' },
      ...[...parts].map(([key, name]) => ({ key, name, kind: 'figure' as const })),
    ],
    rows: units.map(({ unit, index }) => [
      text(unit.name),
      number(index.value, indexText(index, t, f)),
      ...[...parts.keys()].map((id) => {
        const part = index.parts.find((each) => each.id === id);
        return number(part?.value ?? null, part ? f.percent(part.value) : t.common.none);
      }),
    ]),
  };
}

export function indexText(index: ActivityIndex, t: Texts, f: Formats): string {
  return index.value === null ? t.common.none : f.count(index.value);
}
