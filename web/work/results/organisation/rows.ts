/** The tree of units as rows of a tree grid: which are seen, where the keys lead, on which axis they are drawn. */
import type { OrganisationRow, OrganisationView } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import type { Axis } from '../../charts';
import { type ChartTable, number, text } from '../../charts/table';
import { diffCells, diffColumns, figureCells, figureColumns, type FigureKind } from '../figures/figures';
import type { SliceParams } from '../slice/slice';

export const unitMeasures = ['nps', 'mean', 'csat', 'responseRate'] as const;

export type UnitMeasure = (typeof unitMeasures)[number];

export const kindOf: Record<UnitMeasure, FigureKind> = {
  nps: 'nps',
  mean: 'mean',
  csat: 'share',
  responseRate: 'share',
};

/** A row is a unit, or a person below a unit. */
export function rowKey(row: OrganisationRow): string {
  return row.advisor ? `advisor:${row.advisor.userName}` : row.unit.number;
}

/** What is looked at: the unit, or the person himself. */
export function isChosen(row: OrganisationRow, { unit, advisor }: SliceParams): boolean {
  return row.advisor ? row.advisor.userName === advisor : unit !== undefined && row.unit.number === unit;
}

export interface TreeRow {
  row: OrganisationRow;
  key: string;
  /** 1: the top. */
  level: number;
  /** Null: nothing is below. */
  open: boolean | null;
  position: number;
  siblings: number;
  parent: string | null;
}

/** What is seen while `open` units are open, in order, with what a screen reader says of each. */
export function treeRows(rows: OrganisationRow[], open: ReadonlySet<string>): TreeRow[] {
  const known = new Set(rows.filter((row) => !row.advisor).map((row) => row.unit.number));
  const parentOf = (row: OrganisationRow) =>
    row.advisor ? row.unit.number : row.unit.parent !== null && known.has(row.unit.parent) ? row.unit.parent : null;
  const children = new Map<string | null, OrganisationRow[]>();
  for (const row of rows) children.set(parentOf(row), [...(children.get(parentOf(row)) ?? []), row]);

  const seen: TreeRow[] = [];
  const add = (parent: string | null, level: number) => {
    const siblings = children.get(parent) ?? [];
    for (const [index, row] of siblings.entries()) {
      const key = rowKey(row);
      const hasBelow = !row.advisor && children.has(key);
      const isOpen = hasBelow && open.has(key);
      seen.push({
        row,
        key,
        level,
        open: hasBelow ? isOpen : null,
        position: index + 1,
        siblings: siblings.length,
        parent,
      });
      if (isOpen) add(key, level + 1);
    }
  };
  add(null, 1);
  return seen;
}

/** The top and the level below it. */
export function openAtFirst(rows: OrganisationRow[], chosen?: string): Set<string> {
  const top = Math.min(...rows.map((row) => row.unit.depth));
  const open = new Set(rows.filter((row) => !row.advisor && row.unit.depth <= top).map((row) => row.unit.number));
  // The way to the unit that is looked at, and what is below it.
  for (let unit = chosen; unit; unit = rows.find((row) => row.unit.number === unit)?.unit.parent ?? undefined)
    open.add(unit);
  return open;
}

/** Units with anything below. */
export function branches(rows: OrganisationRow[]): string[] {
  return treeRows(rows, new Set(rows.map((row) => row.unit.number)))
    .filter((each) => each.open !== null)
    .map((each) => each.key);
}

export type TreeStep = { focus: number } | { open: string } | { close: string } | null;

/** As in the WAI-ARIA pattern of tree grids: right opens or goes in, left closes or goes out. */
export function treeStep(key: string, at: number, seen: TreeRow[]): TreeStep {
  const row = seen[at];
  if (!row) return null;
  switch (key) {
    case 'ArrowDown':
      return { focus: Math.min(at + 1, seen.length - 1) };
    case 'ArrowUp':
      return { focus: Math.max(at - 1, 0) };
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: seen.length - 1 };
    case 'ArrowRight':
      if (row.open === null) return null;
      return row.open ? { focus: at + 1 } : { open: row.key };
    case 'ArrowLeft': {
      if (row.open) return { close: row.key };
      const parent = seen.findIndex((each) => each.key === row.parent);
      return parent < 0 ? null : { focus: parent };
    }
    default:
      return null;
  }
}

/** One axis for all rows: as wide as their intervals, within what the measure can be. */
export function unitAxis(seen: TreeRow[], measure: UnitMeasure, scale: Axis): Axis {
  const ends: Axis = measure === 'nps' ? { min: -100, max: 100 } : measure === 'mean' ? scale : { min: 0, max: 1 };
  const figures = seen.map(({ row }) => row[measure]);
  const values = figures.flatMap((figure) => [figure.low, figure.value, figure.high]).filter((value) => value !== null);
  if (values.length === 0) return ends;
  const step = measure === 'nps' ? 20 : measure === 'mean' ? 0.5 : 0.1;
  const min = Math.max(ends.min, Math.floor(Math.min(...values) / step + 1e-9) * step);
  const max = Math.min(ends.max, Math.ceil(Math.max(...values) / step - 1e-9) * step);
  return max > min ? { min: tidy(min), max: tidy(max) } : ends;
}

function tidy(value: number): number {
  return Number(value.toFixed(6));
}

/** Every row, whether it is seen or not. */
export function organisationTable(of: OrganisationView, t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const { measures, organisation } = v.views;
  const compared = of.rows.some((row) => row.diffs);
  return {
    caption: organisation.title,
    columns: [
      { key: 'unit', name: organisation.unit, kind: 'text' },
      { key: 'sheets', name: organisation.sheets, kind: 'figure' },
      ...unitMeasures.flatMap((measure) => figureColumns(v.slice, measures[measure], measure)),
      ...(compared ? diffColumns(v.slice) : []),
    ],
    rows: of.rows.map((row) => [
      text(row.advisor?.name ?? row.unit.name),
      number(row.sheets, f.count(row.sheets)),
      ...unitMeasures.flatMap((measure) => figureCells(f, t, kindOf[measure], row[measure])),
      ...(compared ? diffCells(f, v.slice, t.common.none, 'nps', row.diffs?.nps ?? null) : []),
    ]),
  };
}
