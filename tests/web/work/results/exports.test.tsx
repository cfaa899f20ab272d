// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ExportLine, Part } from '../../../../web/shared/api/types';
import { createFormats } from '../../../../web/shared/formats';
import { viewTexts } from '../../../../web/shared/texts/de/viewTexts';
import { ExportsPage } from '../../../../web/work/results/exports/ExportsPage';
import { exportedSlice, sliceText } from '../../../../web/work/results/exports/exports';
import { mount, unmount, violations } from '../mounted';
import { retentionView } from '../retention/examples';
import { choices } from './views';

afterEach(unmount);

const path = 'GET /api/results/exports';

function line(part: Partial<ExportLine> = {}): ExportLine {
  return {
    at: '2026-11-20T13:05:00Z',
    by: 'hanna.haupt@musterbank.example',
    name: 'Hanna Haupt',
    format: 'pptx',
    slice: '',
    sheets: 1312,
    ...part,
  };
}

function answers(first: Partial<Part<ExportLine>> = {}) {
  return {
    [path]: { items: [line()], next: null, total: null, ...first },
    'GET /api/results/choices': choices,
    'GET /api/retention': retentionView(),
  };
}

const rows = (root: HTMLElement) => [...root.querySelectorAll('tbody tr')];

describe('An exported slice in words', () => {
  const s = viewTexts.slice;
  const f = createFormats('de', 'Europe/Berlin');
  const words = (slice: string, known: typeof choices | null = choices) =>
    sliceText(exportedSlice(line({ slice })), known, s, f);

  it('says whose results, of when, and what narrowed them', () => {
    expect(words('')).toBe('ganzes Haus · letzte 12 Monate');
    expect(words('surveys=loans&period=2026-Q3&unit=10&field=financing&version=2')).toBe(
      'Region Nord · 3. Quartal 2026 · Baufinanzierung · Fassung 2 · Finanzierungen',
    );
  });

  it('keeps the number or id of what is gone, or could not be loaded', () => {
    expect(words('surveys=alt-2024&unit=999')).toBe('Bereich 999 · letzte 12 Monate · Umfrage alt-2024');
    expect(words('unit=10&segment=Privatkunden', null)).toBe('Bereich 10 · letzte 12 Monate · Privatkunden');
    expect(words('period=gestern&compare=immer')).toBe('ganzes Haus · gestern · immer');
  });

  it('reads what addresses hold', () => {
    expect(words('segment=Private%20Banking%20%26%20Stiftungen')).toContain('Private Banking & Stiftungen');
  });
});

describe('The exported results', () => {
  it('are listed with who, when, what and how many', async () => {
    const page = await mount(
      <ExportsPage />,
      answers({
        items: [line(), line({ name: 'vm@musterbank.example', format: 'csv', slice: 'period=6m&unit=10', sheets: 57 })],
      }),
    );
    expect(page.root.querySelector('h1')?.textContent).toBe('Mitgenommene Ergebnisse');
    expect([...rows(page.root)[0]!.children].map((cell) => cell.textContent)).toEqual([
      'Fr, 20. Nov. 2026, 14:05',
      'Hanna Haupt',
      'ganzes Haus · letzte 12 Monate',
      'PowerPoint',
      '1.312',
    ]);
    expect(rows(page.root)[0]?.querySelector('a')?.getAttribute('href')).toBe('/ergebnisse');
    expect(rows(page.root)[1]?.textContent).toContain('vm@musterbank.example');
    expect(rows(page.root)[1]?.querySelector('a')?.getAttribute('href')).toBe('/ergebnisse?period=6m&unit=10');
    expect(page.root.textContent).toContain('Jeder Eintrag bleibt 12 Monate');
    expect(page.root.querySelector('a[href="/freigaben/aufbewahrung"]')).not.toBeNull();
    expect(await violations(page.root)).toEqual([]);
  });

  it('go on where the part ended', async () => {
    const page = await mount(<ExportsPage />, {
      ...answers({ next: '8236547199999|0001' }),
      [`${path}?after=8236547199999%7C0001`]: { items: [line({ format: 'xlsx' })], next: null, total: null },
    });
    await page.after(() => page.button('Weitere anzeigen').click());
    expect(rows(page.root).map((row) => row.children[3]?.textContent)).toEqual(['PowerPoint', 'Excel']);
    expect(page.root.querySelector('button')).toBeNull();
  });

  it('say where they come from while there are none', async () => {
    const page = await mount(<ExportsPage />, answers({ items: [] }));
    expect(page.root.querySelector('.empty')?.textContent).toContain('Noch niemand hat Ergebnisse mitgenommen');
    expect(page.root.querySelector('table')).toBeNull();
  });

  it('can be read without the names and the period', async () => {
    const page = await mount(<ExportsPage />, {
      ...answers({ items: [line({ slice: 'unit=10' })] }),
      'GET /api/results/choices': new Response('{}', { status: 503 }),
      'GET /api/retention': new Response('{}', { status: 503 }),
    });
    expect(rows(page.root)[0]?.textContent).toContain('Bereich 10');
    expect(page.root.textContent).toContain('so lange wie die anderen Protokolle');
  });

  it('that can’t be loaded say what to do', async () => {
    const page = await mount(<ExportsPage />, { ...answers(), [path]: new Response('{}', { status: 503 }) });
    expect(page.root.querySelector('[role=alert]')).not.toBeNull();
    expect(page.button('Erneut versuchen')).toBeDefined();
  });

  it('are listed in English', async () => {
    const page = await mount(<ExportsPage />, answers({ items: [line({ slice: 'unit=10' })] }), { language: 'en' });
    expect(page.root.querySelector('h1')?.textContent).toBe('Exported results');
    expect(rows(page.root)[0]?.textContent).toContain('Region Nord · last 12 months');
    expect(page.root.textContent).toContain('Each entry is kept for 12 months');
  });
});
