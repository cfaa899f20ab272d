// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFormats } from '../../../../web/shared/formats';
import { texts } from '../../../../web/shared/texts/texts';
import { viewTexts } from '../../../../web/shared/texts/de/viewTexts';
import {
  branches,
  openAtFirst,
  organisationTable,
  treeRows,
  treeStep,
  unitAxis,
} from '../../../../web/work/results/organisation/rows';
import { navigate } from '../../../../web/work/frame/router';
import { ResultsPages } from '../../../../web/work/results/ResultsPages';
import { session } from '../examples';
import { mount, unmount, violations } from '../mounted';
import { choices, organisation, overview, unitRow } from './views';

const rows = organisation().rows;
const names = (open: string[]) => treeRows(rows, new Set(open)).map((tree) => tree.row.unit.name);

describe('The tree of units', () => {
  it('opens with the top and the level below', () => {
    expect([...openAtFirst(rows)]).toEqual(['1']);
    expect(names(['1'])).toEqual(['Sparkasse Musterstadt', 'Region Nord', 'Region Süd']);
  });

  it('opens the way to the unit that is looked at', () => {
    expect([...openAtFirst(rows, '101')]).toEqual(['1', '101', '10']);
    expect([...openAtFirst(rows, 'gone')]).toEqual(['1', 'gone']);
  });

  it('shows what is below an open unit, any depth', () => {
    expect(names(['1', '10'])).toEqual([
      'Sparkasse Musterstadt',
      'Region Nord',
      'Filiale Altstadt',
      'Filiale Hafen',
      'Region Süd',
    ]);
    expect(branches(rows)).toEqual(['1', '10']);
  });

  it('tells level, place and number of siblings', () => {
    expect(treeRows(rows, new Set(['1', '10']))[3]).toMatchObject({ level: 3, position: 2, siblings: 2, open: null });
  });

  it('begins with what is permitted, wherever that hangs', () => {
    expect(treeRows([unitRow('101', 'Filiale Altstadt', '10', 0)], new Set()).map((row) => row.level)).toEqual([1]);
  });

  it('walks as a tree grid does', () => {
    const seen = treeRows(rows, new Set(['1']));
    expect(treeStep('ArrowRight', 1, seen)).toEqual({ open: '10' });
    expect(treeStep('ArrowRight', 0, seen)).toEqual({ focus: 1 });
    expect(treeStep('ArrowLeft', 0, seen)).toEqual({ close: '1' });
    expect(treeStep('ArrowLeft', 2, seen)).toEqual({ focus: 0 });
    expect(treeStep('End', 0, seen)).toEqual({ focus: 2 });
    expect(treeStep('ArrowRight', 2, seen)).toBeNull();
  });

  it('is drawn on one axis that holds every interval', () => {
    expect(unitAxis(treeRows(rows, new Set(['1'])), 'nps', { min: 1, max: 5 })).toEqual({ min: 20, max: 60 });
  });

  it('is exported with every unit, seen or not', () => {
    const f = createFormats('de', 'Europe/Berlin');
    const table = organisationTable(organisation(), texts.de, f, viewTexts);
    expect(table.rows).toHaveLength(5);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe('The page of the organisation', () => {
  beforeEach(() => history.replaceState(null, '', '/ergebnisse/organisation'));
  afterEach(unmount);

  const page = () =>
    mount(
      <ResultsPages />,
      {
        'GET /api/results/choices': choices,
        'GET /api/results/organisation': organisation(),
        'GET /api/results/overview?unit=10': overview(),
        'GET /api/results/organisation?unit=101': organisation(),
      },
      { session: session(['salesManagement']) },
    );
  const press = (row: Element | undefined, key: string) =>
    row?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const units = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('tbody tr')];

  it('opens by key and chooses the unit with Enter', async () => {
    const { root, after } = await page();
    await after(() => units(root)[1]?.focus());
    await after(() => press(units(root)[1], 'ArrowRight'));
    expect(units(root)[1]?.getAttribute('aria-expanded')).toBe('true');
    expect(units(root)).toHaveLength(5);
    await after(() => press(units(root)[1], 'Enter'));
    expect(location.pathname + location.search).toBe('/ergebnisse?unit=10');
  });

  it('opens at the unit that is chosen in the bar, marks it, and says that the others stay', async () => {
    const { root, after } = await page();
    expect(units(root)).toHaveLength(3);
    await after(() => navigate('/ergebnisse/organisation?unit=101'));
    const [chosen, ...others] = units(root).filter((row) => row.getAttribute('aria-current') === 'true');
    expect(chosen?.textContent).toContain('Filiale Altstadt');
    expect(chosen?.textContent).toContain('gewählt');
    expect(chosen?.tabIndex).toBe(0);
    expect(others).toEqual([]);
    expect(units(root)).toHaveLength(5);
    expect(root.textContent).toContain('der ganze Baum');
  });

  it('opens by press', async () => {
    const { root, after } = await page();
    await after(() => root.querySelector<HTMLElement>('button[aria-label="Region Nord aufklappen"]')?.click());
    expect(units(root)).toHaveLength(5);
  });

  it('is accessible', async () => {
    const { root } = await page();
    expect(await violations(root)).toEqual([]);
  });
});
