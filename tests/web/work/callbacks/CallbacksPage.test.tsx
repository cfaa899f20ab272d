// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { CallbackView, Role } from '../../../../web/shared/api/types';
import { CallbacksPage } from '../../../../web/work/callbacks/CallbacksPage';
import { OwnCallbacks } from '../../../../web/work/callbacks/OwnCallbacks';
import { session } from '../examples';
import { mount, unmount, violations } from '../mounted';

const wish: CallbackView = {
  id: '2026-W46-i0001-0000001',
  revision: 1,
  name: 'Frau Erika Muster',
  phone: '+49 30 / 555-0199',
  note: 'Nach 17 Uhr <b>bitte</b>',
  wishedOn: '2026-11-08',
  wishedAt: '2026-11-08T18:12:00Z',
  advisorName: 'Jana Berg',
  surveyName: 'Beratung',
  confidential: false,
  done: null,
};
const done: CallbackView = {
  ...wish,
  revision: 2,
  done: { at: '2026-11-09T09:00:00Z', by: 'Jana Berg', note: 'Termin am Freitag' },
};
const path = `/api/callbacks/${wish.id}`;

describe('Wishes for a call', () => {
  afterEach(unmount);

  const shown = (answers: Record<string, unknown>, ...roles: Role[]) =>
    mount(<CallbacksPage />, answers, { session: session(roles) });

  it('show whom to call, when and why', async () => {
    const page = await shown({ 'GET /api/callbacks': { open: [wish], done: [] } }, 'salesManagement');
    const text = page.root.textContent ?? '';
    for (const part of [
      '1 offener Rückrufwunsch',
      'Frau Erika Muster',
      'Nach 17 Uhr <b>bitte</b>',
      'Beratung · Jana Berg',
    ])
      expect(text).toContain(part);
    expect(page.root.querySelector('a[href^="tel:"]')?.getAttribute('href')).toBe('tel:+49305550199');
    expect(await violations(page.root)).toEqual([]);
  });

  it('of a confidential survey show the day alone, and say why', async () => {
    const page = await shown(
      { 'GET /api/callbacks': { open: [{ ...wish, wishedAt: null, confidential: true }], done: [] } },
      'advisor',
    );
    expect(page.root.textContent).toContain('8. Nov. 2026 · Beratung');
    expect(page.root.textContent).toContain('die Antworten nicht');
  });

  it('are marked as done, and the list is loaded anew', async () => {
    const page = await shown(
      { 'GET /api/callbacks': { open: [wish], done: [] }, [`POST ${path}/done`]: {} },
      'advisor',
    );
    await page.after(() => page.button('Als erledigt merken: Frau Erika Muster').click());
    expect(page.requests).toEqual(['GET /api/callbacks', `POST ${path}/done`, 'GET /api/callbacks']);
    expect(document.getElementById('announcements')?.textContent).toContain('ist erledigt');
  });

  it('that changed meanwhile are refused with the reason, and shown as they are now', async () => {
    const problem = {
      status: 409,
      code: 'callback-changed',
      title: 'x',
      detail: 'Dieser Rückrufwunsch hat sich inzwischen geändert.',
    };
    const page = await shown(
      {
        'GET /api/callbacks': { open: [wish], done: [] },
        [`POST ${path}/done`]: new Response(JSON.stringify(problem), { status: 409 }),
      },
      'advisor',
    );
    await page.after(() => page.button('Als erledigt merken: Frau Erika Muster').click());
    expect(page.root.querySelector('[role=alert]')?.textContent).toContain('inzwischen geändert');
    expect(page.requests.at(-1)).toBe('GET /api/callbacks');
  });

  it('that are done say who and when, and can be opened again', async () => {
    const page = await shown(
      { 'GET /api/callbacks': { open: [], done: [done] }, [`POST ${path}/reopen`]: {} },
      'advisor',
    );
    expect(page.root.textContent).toContain('Kein Rückrufwunsch ist offen');
    expect(page.root.textContent).toContain('Erledigt von Jana Berg, Mo, 9. Nov. 2026, 10:00: Termin am Freitag');
    await page.after(() => page.button('Doch nicht erledigt: Frau Erika Muster').click());
    expect(page.requests).toContain(`POST ${path}/reopen`);
  });

  it('stand on the own page only if there are any', async () => {
    const one = await mount(
      <OwnCallbacks />,
      { 'GET /api/callbacks': { open: [wish], done: [] } },
      { session: session(['advisor']) },
    );
    expect(one.root.textContent).toContain('Frau Erika Muster');
    unmount();
    const none = await mount(
      <OwnCallbacks />,
      { 'GET /api/callbacks': { open: [], done: [] } },
      { session: session(['advisor']) },
    );
    expect(none.root.textContent).toBe('');
  });
});
