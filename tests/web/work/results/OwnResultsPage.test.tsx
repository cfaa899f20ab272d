// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { OwnResults } from '../../../../web/shared/api/types';
import { OwnResultsPage } from '../../../../web/work/results/OwnResultsPage';
import { figure, ownResults, session } from '../examples';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const praise = {
  id: 'c1',
  text: 'Frau Berg hat sich <b>wirklich</b> Zeit genommen.',
  question: 'Was hat Ihnen gefallen?',
  on: '2026-11-05',
  from: 'Frau Valerie Jakubczyk',
  nps: 10,
  surveyName: 'Beratung',
  praise: true,
};
const page = (data: OwnResults) =>
  mount(
    <OwnResultsPage />,
    { 'GET /api/results/own': data, 'GET /api/callbacks': { open: [], done: [] } },
    { session: session(['advisor']) },
  );
const plain = (root: HTMLElement) => (root.textContent ?? '').replaceAll('\u00a0', ' ');

describe("The advisor's own results", () => {
  it('show praise before any figure, as text and never as HTML', async () => {
    const { root } = await page(ownResults({ comments: [praise] }));
    const text = plain(root);
    expect(text.indexOf('wirklich')).toBeLessThan(text.indexOf('NPS+54'));
    expect(root.querySelector('blockquote b')).toBeNull();
    expect(text).toContain('Frau Valerie Jakubczyk · 5. Nov. 2026 · NPS 10 · Beratung');
  });

  it('print each figure with its interval and n', async () => {
    const text = plain((await page(ownResults())).root);
    expect(text).toContain('+54 ± 19 · n = 41');
    expect(text).toContain('4,5 ± 0,2 · n = 41');
    expect(text).toContain('93 % (81 bis 97 %) · n = 41');
  });

  it('say how many answers are still wanting', async () => {
    const text = plain((await page(ownResults({ nps: figure({ missing: 2 }) }))).root);
    expect(text).toContain('zu wenige Antworten (noch 2)');
  });

  it('ask for the own self-image where results wait for it', async () => {
    const survey = {
      id: 'a',
      name: 'Baufinanzierung',
      answers: 0,
      confidential: false,
      missing: 0,
    };
    const { root } = await page(
      ownResults({
        surveys: [{ ...survey, selfImage: 'pending', selfImageUrl: '/s/token' }],
      }),
    );
    expect(root.querySelector('a[href="/s/token"]')?.textContent).toBe('Selbstbild „Baufinanzierung“ ausfüllen');
  });

  it('say what will be here while there is nothing', async () => {
    const { root } = await page(ownResults({ answers: 0, factors: [], fields: [] }));
    expect(root.querySelector('.empty')?.textContent).toContain('Hier stehen bald');
    expect(root.querySelector('.figures')).toBeNull();
  });

  it('have a table with every figure of the charts', async () => {
    const { root } = await page(ownResults());
    const table = root.querySelector('details table');
    expect(table?.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(plain(table as HTMLElement)).toContain('3,8 bis 4,2');
  });

  it('are accessible', async () => {
    const { root } = await page(
      ownResults({
        comments: [praise, { ...praise, id: 'c2', praise: false }],
      }),
    );
    expect(await violations(root)).toEqual([]);
  });
});
