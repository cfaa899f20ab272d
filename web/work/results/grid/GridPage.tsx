/** *Geschäftsfelder* and *Wettbewerbsfaktoren*: the same heat grid, either way round. The grid is its own table. */
import { useRef, useState } from 'preact/hooks';
import type { GridView } from '../../../shared/api/types';
import { ChartSection } from '../../charts/ChartSection';
import { useWords } from '../../frame/context';
import { Scroll } from '../../frame/Scroll';
import { Empty } from '../../frame/states';
import { useView } from '../views/context';
import { useOutline } from '../views/outline';
import { ViewFrame } from '../views/ViewFrame';
import { gridSentence, gridTable, type HeatCell, heatGrid, type Orientation, parted, stepIn, upright } from './grid';
import { HeatCellView } from './HeatCellView';

export function GridPage() {
  const { view } = useOutline();
  const by = view === 'factors' ? 'factors' : 'fields';
  return <ViewFrame<GridView>>{(data) => <Grid of={data} by={by} />}</ViewFrame>;
}

function Grid({ of, by }: { of: GridView; by: Orientation }) {
  const { t, f } = useWords();
  const { v } = useView();
  const texts = v.views.grid;
  const title = by === 'fields' ? texts.byField : texts.byFactor;
  const grid = heatGrid(of, by, v.views);
  const compared = [grid.totals, ...grid.rows.map((row) => row.cells)].flat().some((cell) => cell.diff);
  if (grid.rows.length === 0) return <Empty>{v.slice.emptyHere}</Empty>;
  return (
    <ChartSection
      title={title}
      sentence={gridSentence(grid, t, f, v)}
      table={gridTable(grid, by, t, f, v)}
      note={
        <>
          <span class="on-screen">{texts.keys} </span>
          {texts.legend.charAt(0).toUpperCase()}
          {texts.legend.slice(1)}. {t.results.intervalNote}
          {compared && ` ${texts.equals}`}
        </>
      }
    >
      <Heat title={title} by={by} of={grid} />
    </ChartSection>
  );
}

function Heat({ title, by, of }: { title: string; by: Orientation; of: ReturnType<typeof heatGrid> }) {
  const { t } = useWords();
  const { v } = useView();
  const texts = v.views.grid;
  const table = useRef<HTMLTableElement>(null);
  // One cell is in the order of tabs; the arrow keys move which.
  const [at, setAt] = useState({ row: 0, column: 0 });
  const many = of.columns.length > 6;
  const rows: HeatCell[][] = [...of.rows.map((row) => row.cells), of.totals];
  const size = { rows: rows.length, columns: of.columns.length + 1 };
  const here = { row: Math.min(at.row, size.rows - 1), column: Math.min(at.column, size.columns - 1) };
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const next = stepIn(event.key, here, size, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  const line = (cells: HeatCell[], row: number) =>
    cells.map((cell, column) => (
      <HeatCellView
        key={cell.key}
        of={cell}
        place={`${row}-${column}`}
        inTabOrder={here.row === row && here.column === column}
        onFocus={() => setAt({ row, column })}
      />
    ));
  return (
    <Scroll label={t.common.tableOf(title)}>
      <table ref={table} class={many ? 'heat heat-many' : 'heat'} role="grid" onKeyDown={move}>
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{by === 'fields' ? texts.field : texts.factor}</th>
            {of.columns.map((column) => (
              <th key={column.id} scope="col">
                <span>{many ? upright(column.name) : parted(column.name)}</span>
              </th>
            ))}
            <th scope="col">{texts.total}</th>
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row, index) => (
            <tr key={row.line.id}>
              <th scope="row">{parted(row.line.name)}</th>
              {line(row.cells, index)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            {line(of.totals, of.rows.length)}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}
