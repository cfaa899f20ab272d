/** The heat grid, either way round: rows, columns, cells and their totals. */
import type { Diff, Figure, GridView, ResultLine } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, text } from '../../charts/table';
import { diffCells, diffColumns, figureCells, figureColumns, fullText } from '../figures/figures';
import { shownLines } from '../results';
import type { SliceParams } from '../slice/slice';

/** `fields`: fields are the rows. */
export type Orientation = 'fields' | 'factors';

export interface HeatCell {
  key: string;
  /** What is looked at when it is opened. */
  slice: SliceParams;
  /** "Finanzierungen × Preis" */
  name: string;
  /** Null: no question belongs here. */
  figure: Figure | null;
  diff: Diff | null;
  total: boolean;
}

export interface HeatRow {
  line: ResultLine;
  cells: HeatCell[];
}

export interface HeatGrid {
  columns: ResultLine[];
  rows: HeatRow[];
  /** The last row. */
  totals: HeatCell[];
}

export function heatGrid(view: GridView, by: Orientation, v: ViewTexts['views']): HeatGrid {
  const [fields, factors] = [shownLines(view.fields), shownLines(view.factors)];
  const [rows, columns] = by === 'fields' ? [fields, factors] : [factors, fields];
  const cells = new Map(view.cells.map((cell) => [`${cell.field} ${cell.factor}`, cell]));
  const rowKey = by === 'fields' ? 'field' : 'factor';
  const columnKey = by === 'fields' ? 'factor' : 'field';
  const total = (key: string, slice: SliceParams, line: ResultLine, name: string): HeatCell => ({
    key,
    slice,
    name,
    figure: line.figure,
    diff: line.diff,
    total: true,
  });
  return {
    columns,
    rows: rows.map((row) => ({
      line: row,
      cells: [
        ...columns.map((column): HeatCell => {
          const [field, factor] = by === 'fields' ? [row, column] : [column, row];
          const cell = cells.get(`${field.id} ${factor.id}`);
          return {
            key: `${field.id}-${factor.id}`,
            slice: { field: field.id, factor: factor.id },
            name: v.grid.cell(field.name, factor.name),
            figure: cell?.figure ?? null,
            diff: cell?.diff ?? null,
            total: false,
          };
        }),
        total(row.id, { [rowKey]: row.id }, row, row.name),
      ],
    })),
    totals: [
      ...columns.map((column) => total(column.id, { [columnKey]: column.id }, column, column.name)),
      total('total', {}, view.total, v.grid.total),
    ],
  };
}

/** "Produktqualität/Problemlösung" upright, in two lines: it breaks behind its stroke, not where words could be parted. */
export function upright(name: string): string {
  return parted(name.replaceAll('\u00ad', ''));
}

/** It may break behind its stroke, too. */
export function parted(name: string): string {
  return name.replaceAll('/', '/\u200b');
}

/** Five shades of the scale, for the eye; the figure is always printed. */
export type Shade = 'best' | 'good' | 'middle' | 'poor' | 'worst';

export function shadeOf(value: number, { min, max }: { min: number; max: number }): Shade {
  // By the figure as it is printed, so that two cells that read the same look the same.
  const place = (Math.round(value * 10) / 10 - min) / (max - min);
  if (place >= 0.875) return 'best';
  if (place >= 0.75) return 'good';
  if (place >= 0.5) return 'middle';
  return place >= 0.25 ? 'poor' : 'worst';
}

/** Highest and lowest cell, or that their intervals overlap. */
export function gridSentence({ rows }: HeatGrid, t: Texts, f: Formats, v: ViewTexts): string | undefined {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => !cell.total && cell.figure?.value != null);
  const [first] = cells;
  if (!first || cells.length < 2) return undefined;
  const value = (cell: HeatCell) => cell.figure?.value ?? 0;
  const best = cells.reduce((a, b) => (value(b) > value(a) ? b : a), first);
  const worst = cells.reduce((a, b) => (value(b) < value(a) ? b : a), first);
  const low = best.figure?.low ?? null;
  const high = worst.figure?.high ?? null;
  if (low === null || high === null || low <= high) return v.views.grid.open;
  const said = (cell: HeatCell) => (cell.figure ? fullText(f, t, 'mean', cell.figure) : '');
  return v.views.grid.sentence(best.name, said(best), worst.name, said(worst));
}

/** One line a cell: what an export can be sorted and filtered by. */
export function gridTable(grid: HeatGrid, by: Orientation, t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const { field, factor, total } = v.views.grid;
  const [rowName, columnName] = by === 'fields' ? [field, factor] : [factor, field];
  const columns = [...grid.columns.map((column) => column.name), total];
  const rows = [
    ...grid.rows.map((row) => ({ name: row.line.name, cells: row.cells })),
    { name: total, cells: grid.totals },
  ];
  return {
    caption: by === 'fields' ? v.views.grid.byField : v.views.grid.byFactor,
    columns: [
      { key: 'row', name: rowName, kind: 'text' },
      { key: 'column', name: columnName, kind: 'text' },
      ...figureColumns(v.slice, v.views.means),
      ...diffColumns(v.slice),
    ],
    rows: rows.flatMap((row) =>
      row.cells.flatMap((cell, index) =>
        cell.figure && (cell.figure.n > 0 || cell.figure.missing > 0)
          ? [
              [
                text(row.name),
                text(columns[index] ?? ''),
                ...figureCells(f, t, 'mean', cell.figure),
                ...diffCells(f, v.slice, t.common.none, 'mean', cell.diff),
              ],
            ]
          : [],
      ),
    ),
  };
}

/** Where an arrow key leads in a grid; null: it is none of ours. */
export function stepIn(
  key: string,
  at: { row: number; column: number },
  size: { rows: number; columns: number },
  wholeGrid = false,
): { row: number; column: number } | null {
  const within = (value: number, most: number) => Math.min(most - 1, Math.max(0, value));
  const { row, column } = at;
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, size.rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, size.rows), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1, size.columns) };
    case 'ArrowRight':
      return { row, column: within(column + 1, size.columns) };
    case 'Home':
      return { row: wholeGrid ? 0 : row, column: 0 };
    case 'End':
      return { row: wholeGrid ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}
