// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ResultsPages } from '../../../../web/work/results/ResultsPages';
import { figure, session } from '../examples';
import { type Answers, InTurn, mount, unmount, violations } from '../mounted';
import { choices, comment, comments, compared, diff, head, line, mean, nps, overview } from './views';

beforeEach(() => history.replaceState(null, '', '/ergebnisse'));
afterEach(unmount);
afterEach(() => vi.useRealTimers());

const page = (answers: Answers) =>
  mount(
    <ResultsPages />,
    { 'GET /api/results/choices': choices, ...answers },
    { session: session(['salesManagement']) },
  );
const plain = (root: HTMLElement) => (root.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
const select = (root: HTMLElement, name: string) => {
  const label = [...root.querySelectorAll('label')].find((each) => each.textContent === name);
  return root.querySelector<HTMLSelectElement>(`#${CSS.escape(label?.htmlFor ?? '')}`);
};
const choose = (field: HTMLSelectElement | null, value: string) => {
  if (!field) throw new Error('No such list.');
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('The overall view', () => {
  it('prints each figure with its interval and n', async () => {
    const text = plain((await page({ 'GET /api/results/overview': overview() })).root);
    expect(text).toContain('+46 ± 6 · n = 790');
    expect(text).toContain('86 % (84 bis 88 %) · n = 800');
  });

  it('counts „weiß nicht“ only where somebody has said so', async () => {
    const help = async (fcrUnknown: number) =>
      plain((await page({ 'GET /api/results/overview': overview({ fcr: mean(0.8), fcrUnknown }) })).root);
    expect(await help(0)).not.toContain('weiß nicht');
    unmount();
    expect(await help(3)).toContain('ohne 3 × „weiß nicht“');
  });

  it('says what is different, and what only seems so', async () => {
    const same = { figure: mean(4.2), diff: diff(0.1, false) };
    const { root } = await page({
      'GET /api/results/overview': overview({
        head: head({ compare: compared() }),
        compared: {
          nps: { figure: nps(38), diff: { value: 8, low: 2, high: 14, reliable: true } },
          csat: same,
          satisfaction: same,
          fcr: same,
          mean: same,
          responseRate: same,
        },
        factors: [line('price', { name: 'Preis', diff: diff(0.3) }), line('process', { diff: diff(0.1, false) })],
      }),
    });
    expect(plain(root)).toContain('+8 (+2 bis +14) im Vergleich mit dem Zeitraum davor');
    expect(plain(root)).toContain('kein verlässlicher Unterschied');
    expect(plain(root)).toContain('+0,30 (+0,20 bis +0,40)');
  });

  it('says what will be here while there is nothing', async () => {
    const { root } = await page({ 'GET /api/results/overview': overview({ head: head({ sheets: 0 }) }) });
    expect(root.querySelector('.empty')?.textContent).toContain('noch keine Antworten');
    expect(root.querySelector('.figures')).toBeNull();
  });

  it('says which survey withholds what', async () => {
    const withheld = [{ survey: { id: 's', name: 'Kundenservice' }, missing: 2 }];
    const { root } = await page({
      'GET /api/results/overview': overview({ head: head({ withheld }), fcr: figure({ n: 3, missing: 2 }) }),
    });
    expect(plain(root)).toContain('„Kundenservice“: zu wenige Antworten (noch 2)');
  });

  it('says new answers once, politely', async () => {
    const more = overview({ head: head({ sheets: 814 }) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { root, after } = await page({ 'GET /api/results/overview': new InTurn(overview(), more) });
    await after(() => vi.advanceTimersByTime(2000));
    expect(document.getElementById('announcements')?.textContent).toBe('2 neue Antworten');
    expect(plain(root)).toContain('2 neue Antworten, gerade eben');
  });

  it('is accessible', async () => {
    const { root } = await page({ 'GET /api/results/overview': overview() });
    expect(await violations(root)).toEqual([]);
  });
});

describe('The slice bar', () => {
  it('offers what is looked at as a document, to who may take it along', async () => {
    history.replaceState(null, '', '/ergebnisse?unit=111&period=6m');
    const answers = { 'GET /api/results/overview?period=6m&unit=111': overview() };
    const documents = (root: HTMLElement) =>
      [...root.querySelectorAll<HTMLAnchorElement>('a[download]')].map((a) => a.getAttribute('href'));
    expect(documents((await page(answers)).root)).toEqual([
      '/api/results/export.pptx?period=6m&unit=111&language=de',
      '/api/results/export.xlsx?period=6m&unit=111&language=de',
      '/api/results/export.csv?period=6m&unit=111&language=de',
    ]);
    await unmount();
    const own = { 'GET /api/results/choices': { ...choices, mayExport: false } };
    expect(documents((await page({ ...answers, ...own })).root)).toEqual([]);
  });

  it('puts what is chosen into the address, and the views keep it', async () => {
    const { root, after } = await page({
      'GET /api/results/overview': overview(),
      'GET /api/results/overview?unit=10': overview({ head: head({ title: 'Region Nord' }) }),
    });
    await after(() => choose(select(root, 'Bereich'), '10'));
    expect(location.search).toBe('?unit=10');
    expect(plain(root)).toContain('Region Nord');
    expect(root.querySelector('nav a[href="/ergebnisse/felder?unit=10"]')).not.toBeNull();
  });

  it('lets each choice be removed', async () => {
    history.replaceState(null, '', '/ergebnisse?unit=10&period=6m');
    const { root, after } = await page({
      'GET /api/results/overview?period=6m&unit=10': overview(),
      'GET /api/results/overview?period=6m': overview(),
    });
    await after(() => root.querySelector<HTMLElement>('button[aria-label="Bereich entfernen"]')?.click());
    expect(location.search).toBe('?period=6m');
  });

  it('refuses a period that ends before it begins', async () => {
    const { root, after, button } = await page({ 'GET /api/results/overview': overview() });
    await after(() => choose(select(root, 'Zeitraum'), 'own'));
    const [from, to] = [...root.querySelectorAll<HTMLInputElement>('input[type="date"]')];
    await after(() => {
      for (const [field, value] of [
        [from, '2026-06-30'],
        [to, '2026-01-01'],
      ] as const) {
        if (!field) throw new Error('No field for a day.');
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await after(() => button('Übernehmen').click());
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('Das Ende liegt vor dem Anfang');
    expect(location.search).toBe('');
  });

  it('says on a phone what is chosen', async () => {
    history.replaceState(null, '', '/ergebnisse?unit=10');
    const { root } = await page({ 'GET /api/results/overview?unit=10': overview() });
    expect(root.querySelector('.slice .fold-button')?.textContent).toContain('Auswahl: letzte 12 Monate · Region Nord');
  });

  it("shows the API's words for a slice that cannot be shown, with a way back", async () => {
    history.replaceState(null, '', '/ergebnisse?unit=999');
    const problem = { status: 404, code: 'not-found', title: 'Nicht gefunden', detail: 'Diese Einheit gibt es nicht.' };
    const { root } = await page({
      'GET /api/results/overview?unit=999': new Response(JSON.stringify(problem), { status: 404 }),
    });
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('Diese Einheit gibt es nicht.');
    expect(root.querySelector('.views a[href="/ergebnisse"]:not(nav a)')?.textContent).toBe('Auswahl zurücksetzen');
  });

  it('names the filter that cannot be, and leads on without it alone', async () => {
    history.replaceState(null, '', '/ergebnisse?unit=10&segment=Nirgends');
    const problem = {
      status: 400,
      code: 'segment-unknown',
      title: 'Eingabe prüfen',
      errors: { segment: ['Bitte wählen.'] },
    };
    const { root } = await page({
      'GET /api/results/overview?unit=10&segment=Nirgends': new Response(JSON.stringify(problem), { status: 400 }),
    });
    expect(root.querySelector('.views a[href="/ergebnisse?unit=10"]:not(nav a)')?.textContent).toBe(
      'Segment entfernen',
    );
    expect(root.querySelector('.views a[href="/ergebnisse"]:not(nav a)')?.textContent).toBe('Auswahl zurücksetzen');
  });
});

describe('The comments', () => {
  beforeEach(() => history.replaceState(null, '', '/ergebnisse/kommentare'));

  it('look for words that stand in no address', async () => {
    const { root, after, requests, button } = await page({
      'GET /api/results/comments': new InTurn(comments(), comments({ comments: [], total: 0, next: null })),
    });
    const field = root.querySelector<HTMLInputElement>('input[type="search"]');
    await after(() => {
      if (!field) throw new Error('No field for words.');
      field.value = 'Frau Berg';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await after(() => button('Suchen').click());
    expect(requests).toContain('GET /api/results/comments [Frau Berg]');
    expect(location.search).toBe('');
    expect(plain(root)).toContain('Kein Kommentar passt zu diesen Filtern.');
  });

  it('come in parts', async () => {
    const { root, after, button } = await page({
      'GET /api/results/comments': comments(),
      'GET /api/results/comments?after=after-b': comments({
        comments: [comment('c')],
        next: null,
      }),
    });
    await after(() => button('Weitere anzeigen').click());
    expect(root.querySelectorAll('.comments li')).toHaveLength(3);
    expect(plain(root)).toContain('3 von 3');
  });

  it('are filtered by score in the address', async () => {
    const { root, after } = await page({
      'GET /api/results/comments': comments(),
      'GET /api/results/comments?score=detractor': comments({ comments: [], total: 0, next: null }),
    });
    await after(() => choose(select(root, 'Weiterempfehlung'), 'detractor'));
    expect(location.search).toBe('?score=detractor');
  });

  it('are accessible', async () => {
    const { root } = await page({ 'GET /api/results/comments': comments() });
    expect(await violations(root)).toEqual([]);
  });
});
