/** The figures behind a chart: what its table shows and what its export writes are one and the same. */

export interface Column {
  key: string;
  name: string;
  /** Text is set left, figures are set right. */
  kind: 'text' | 'figure';
  /** Where it stands if not in both: an interval is one column to read, and two to calculate with. */
  only?: 'page' | 'export';
}

export interface Cell {
  /** As the page prints it. */
  text: string;
  /** As the export writes it. Numbers unrounded, shares as shares; null: nothing to tell. */
  value: string | number | null;
}

export interface ChartTable {
  caption: string;
  columns: Column[];
  /** The first cell names the row. */
  rows: Cell[][];
}

export function text(value: string | null, none = ''): Cell {
  return { text: value ?? none, value };
}

export function number(value: number | null, shown: string): Cell {
  return { text: shown, value };
}

/** The table without what is for the other place. */
export function tableFor(place: 'page' | 'export', { caption, columns, rows }: ChartTable): ChartTable {
  const shown = columns.map((column) => !column.only || column.only === place);
  return {
    caption,
    columns: columns.filter((_, index) => shown[index]),
    rows: rows.map((row) => row.filter((_, index) => shown[index])),
  };
}
