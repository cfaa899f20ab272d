/** The table beside a chart: every figure that the chart shows. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../frame/context';
import { Scroll } from '../frame/Scroll';
import { type ChartTable, tableFor } from './table';

interface DataTableProps {
  of: ChartTable;
  /** The caption is read aloud alone where a heading right above says the same. */
  quietCaption?: boolean;
  /** The row that is looked at in the chart. */
  at?: number | null;
  /** In the place of the row's name, e.g. a link. */
  rowHead?: (row: number) => ComponentChildren;
}

export function DataTable({ of, quietCaption = true, at = null, rowHead }: DataTableProps) {
  const { t } = useWords();
  const { caption, columns, rows } = tableFor('page', of);
  const [first, ...rest] = columns;
  return (
    <Scroll label={t.common.tableOf(caption)} tall={rows.length > 16}>
      <table class="table data-table">
        <caption class={quietCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first?.name}</th>
            {rest.map((column) => (
              <th key={column.key} scope="col" class={column.kind === 'figure' ? 'figure' : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} class={index === at ? 'row-at' : undefined}>
              <th scope="row">{rowHead?.(index) ?? row[0]?.text}</th>
              {rest.map((column, cell) => (
                <td key={column.key} class={column.kind === 'figure' ? 'figure' : undefined}>
                  {row[cell + 1]?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
