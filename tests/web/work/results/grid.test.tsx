// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFormats } from '../../../../web/shared/formats';
import { texts } from '../../../../web/shared/texts/texts';
import { viewTexts } from '../../../../web/shared/texts/de/viewTexts';
import {
  gridSentence,
  gridTable,
  heatGrid,
  parted,
  shadeOf,
  stepIn,
  upright,
} from '../../../../web/work/results/grid/grid';
import { ResultsPages } from '../../../../web/work/results/ResultsPages';
import { session } from '../examples';
import { mount, unmount, violations } from '../mounted';
import { choices, diff, grid, line } from './views';

const f = createFormats('de', 'Europe/Berlin');
const [t, v] = [texts.de, viewTexts];

describe('The heat grid', () => {
  const byField = heatGrid(grid(), 'fields', v.views);

  it('has a row a field, or a row a factor', () => {
    expect(byField.rows.map((row) => row.line.id)).toEqual(['financing', 'payments']);
    expect(heatGrid(grid(), 'factors', v.views).rows.map((row) => row.line.id)).toEqual(['price', 'process']);
  });

  it('finds the same cell from both sides', () => {
    const byFactor = heatGrid(grid(), 'factors', v.views);
    expect(byFactor.rows[0]?.cells[1]).toEqual(byField.rows[1]?.cells[0]);
  });

  it('narrows the slice to the field, the factor, or both', () => {
    expect(byField.rows[0]?.cells.map((cell) => cell.slice)).toEqual([
      { field: 'financing', factor: 'price' },
      { field: 'financing', factor: 'process' },
      { field: 'financing' },
    ]);
    expect(byField.totals.map((cell) => cell.slice)).toEqual([{ factor: 'price' }, { factor: 'process' }, {}]);
  });

  it('leaves out what nobody was asked', () => {
    const none = line('investment', { figure: { ...line('x').figure, n: 0, value: null } });
    expect(heatGrid(grid({ fields: [...grid().fields, none] }), 'fields', v.views).rows).toHaveLength(2);
  });

  it('names highest and lowest, or says that nobody can tell', () => {
    expect(gridSentence(byField, t, f, v)).toContain('Am höchsten: Finanzierungen × Preis');
    const close = grid().cells.map((cell) => ({ ...cell, figure: grid().cells[0]?.figure ?? cell.figure }));
    expect(gridSentence(heatGrid(grid({ cells: close }), 'fields', v.views), t, f, v)).toBe(v.views.grid.open);
  });

  it('shades by the place on the scale', () => {
    const scale = { min: 1, max: 5 };
    expect(shadeOf(3.96, scale)).toBe(shadeOf(4.04, scale));
    expect([4.6, 4.1, 3.2, 2.4, 1.5].map((value) => shadeOf(value, scale))).toEqual([
      'best',
      'good',
      'middle',
      'poor',
      'worst',
    ]);
  });

  it('is exported cell by cell, with its totals', () => {
    const { rows, columns } = gridTable(byField, 'fields', t, f, v);
    expect(rows.map((row) => `${row[0]?.value} ${row[1]?.value}`)).toContain('gesamt gesamt');
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows).toHaveLength(8);
  });

  it('walks with the arrow keys and stays within', () => {
    const size = { rows: 3, columns: 3 };
    expect(stepIn('ArrowRight', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 2 });
    expect(stepIn('ArrowRight', { row: 0, column: 2 }, size)).toEqual({ row: 0, column: 2 });
    expect(stepIn('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 2 });
    expect(stepIn('End', { row: 1, column: 0 }, size, true)).toEqual({ row: 2, column: 2 });
    expect(stepIn('a', { row: 1, column: 0 }, size)).toBeNull();
  });

  it('lets names that stand upright break behind a stroke', () => {
    expect(upright('Prozess/Bequem\u00adlichkeit')).toBe('Prozess/\u200bBequemlichkeit');
    expect(parted('Prozess/Bequem\u00adlichkeit')).toBe('Prozess/\u200bBequem\u00adlichkeit');
  });
});

describe('The page of the grid', () => {
  beforeEach(() => history.replaceState(null, '', '/ergebnisse/felder?unit=10'));
  afterEach(unmount);

  const drilled = () => {
    const { head } = grid();
    const [field, factor] = [
      { id: 'payments', name: 'Zahlungsverkehr' },
      { id: 'price', name: 'Preis' },
    ];
    return { ...head, slice: { ...head.slice, field, factor } };
  };
  const page = (answers = {}) =>
    mount(
      <ResultsPages />,
      {
        'GET /api/results/choices': choices,
        'GET /api/results/grid?unit=10': grid(),
        'GET /api/results/questions?unit=10&field=payments&factor=price': { head: drilled(), questions: [] },
        ...answers,
      },
      { session: session(['salesManagement']) },
    );
  const cells = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-cell]')];

  it('has one cell in the order of tabs, and moves it with the arrow keys', async () => {
    const { root, after } = await page();
    expect(cells(root).filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    await after(() => cells(root)[0]?.focus());
    await after(() => cells(root)[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })));
    expect(document.activeElement?.getAttribute('data-cell')).toBe('1-0');
    expect(cells(root).filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
  });

  it('keeps the words about the keys off paper', async () => {
    const { root } = await page();
    expect(root.querySelector('.chart-foot .on-screen')?.textContent?.trim()).toBe(v.views.grid.keys);
  });

  it('drills down into a cell and keeps the slice', async () => {
    const { root, after } = await page();
    await after(() => root.querySelector<HTMLElement>('[data-cell="1-0"]')?.click());
    expect(location.pathname + location.search).toBe('/ergebnisse/fragen?unit=10&field=payments&factor=price');
  });

  it('leads back to either grid, by name, with the slice', async () => {
    const { root, after } = await page();
    await after(() => root.querySelector<HTMLElement>('[data-cell="1-0"]')?.click());
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.view .actions a')].slice(0, 2);
    expect(links.map((link) => [link.textContent?.replaceAll('\u00ad', ''), link.getAttribute('href')])).toEqual([
      ['Zum Raster Geschäftsfelder', '/ergebnisse/felder?unit=10'],
      ['Zum Raster Wettbewerbsfaktoren', '/ergebnisse/faktoren?unit=10'],
    ]);
  });

  it('explains „=“ only where there is a comparison', async () => {
    expect((await page()).root.querySelector('.chart-foot')?.textContent).not.toContain('„=“');
    await unmount();
    const compared = grid();
    compared.total = { ...compared.total, diff: diff(0.1, false) };
    const { root } = await page({ 'GET /api/results/grid?unit=10': compared });
    expect(root.querySelector('.chart-foot')?.textContent).toContain('„=“ heißt: kein verlässlicher Unterschied');
  });

  it('says how many answers are still wanting, and that something was not asked', async () => {
    const { root } = await page();
    expect(root.querySelector('[data-cell="0-1"]')?.textContent).toContain('zu wenige Antworten (noch 2)');
    expect(root.querySelector('[data-cell="1-1"]')?.textContent).toContain('nicht gefragt');
  });

  it('is accessible', async () => {
    const { root } = await page();
    expect(await violations(root)).toEqual([]);
  });
});
