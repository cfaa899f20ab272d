// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Account, Person, UnitLine } from '../../../../web/shared/api/types';
import { OrganisationPage } from '../../../../web/work/organisation/OrganisationPage';
import { session } from '../examples';
import { type Answers, mount, unmount, violations } from '../mounted';

const units: UnitLine[] = [
  { number: '100', name: 'Sparkasse', parent: null, headName: '', people: 1, peopleBelow: 3 },
  { number: '110', name: 'Region Nord', parent: '100', headName: 'Ada Eins', people: 0, peopleBelow: 2 },
  { number: '111', name: 'Filiale Altstadt', parent: '110', headName: '', people: 2, peopleBelow: 2 },
];

function person(name: string, account: Partial<Account> | null, part: Partial<Person> = {}): Person {
  return {
    userName: `${name.toLowerCase()}@bank.example`,
    number: 7,
    name,
    function: 'Beraterin',
    unit: '111',
    unitName: 'Filiale Altstadt',
    role: 'Mitarbeiter',
    active: true,
    photo: false,
    photoConsentAt: null,
    account: account && { state: 'active', roles: ['advisor'], linkUntil: null, lockedAt: null, ...account },
    ...part,
  };
}

async function show(people: Person[], answers: Answers = {}, address = '/stammdaten', filter = '') {
  history.replaceState(null, '', address);
  return mount(
    <OrganisationPage />,
    {
      'GET /api/users': [],
      'GET /api/organisation/units': units,
      [`GET /api/organisation/people${filter}`]: { items: people, next: null, total: people.length },
      ...answers,
    },
    { session: session(['salesManagement']) },
  );
}

afterEach(unmount);

describe('Master data', () => {
  it('shows the units that are open, and the others by button and by arrow key', async () => {
    const page = await show([]);
    const names = () => [...page.root.querySelectorAll('.tree-line a')].map((link) => link.textContent);
    expect(names()).toEqual(['Sparkasse', 'Region Nord']);

    const toggle = page.root.querySelector<HTMLElement>('[aria-label="Unterhalb von Region Nord"]');
    await page.after(() => toggle?.click());
    expect(names()).toEqual(['Sparkasse', 'Region Nord', 'Filiale Altstadt']);
    expect(toggle?.getAttribute('aria-expanded')).toBe('true');

    const press = (key: string) =>
      page.after(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    page.root.querySelector<HTMLElement>('.tree-line a')?.focus();
    await press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Region Nord');
    await press('ArrowLeft');
    expect(names()).toEqual(['Sparkasse', 'Region Nord']);
    await press('ArrowRight');
    await press('ArrowRight');
    expect(document.activeElement?.textContent).toBe('Filiale Altstadt');
  });

  it('says what everybody may do and offers what can be done', async () => {
    const page = await show([
      person('Ada', { state: 'active' }),
      person('Bo', { state: 'new' }),
      person('Cy', { state: 'locked', lockedAt: '2026-11-09T07:00:00Z' }),
      person('Di', null),
      person('Ed', { state: 'inactive' }, { active: false }),
      person('Jana', { state: 'active' }, { userName: session([]).user.userName }),
    ]);
    const offered = [...page.root.querySelectorAll('.row-actions')].map((cell) => cell.textContent);
    expect(offered).toEqual([
      'Neuen Link senden: AdaSperren: Ada',
      'Link senden: BoSperren: Bo',
      'Entsperren: Cy',
      '',
      '',
      'Neuen Link senden: Jana',
    ]);
    expect(page.root.textContent).toContain('kein Zugang');
    expect(page.root.textContent).toContain('Ihr eigener Zugang');
    expect(await violations(page.root)).toEqual([]);
  });

  it('locks after asking, and says so', async () => {
    const page = await show([person('Ada', { state: 'active' })], { 'POST /api/users/lock': new Response('') });
    await page.after(() => page.button('Sperren: Ada').click());
    expect(page.requests).not.toContain('POST /api/users/lock');
    expect(page.root.querySelector('dialog')?.textContent).toContain('Ada wird sofort überall abgemeldet');

    await page.after(() => page.button('Zugang jetzt sperren').click());
    expect(page.requests).toContain('POST /api/users/lock');
    expect(page.root.querySelector('dialog')).toBeNull();
    expect(page.root.textContent).toContain('Der Zugang von Ada ist gesperrt.');
  });

  it('sends nothing if one thinks better of it', async () => {
    const page = await show([person('Bo', { state: 'invited', linkUntil: '2026-11-16T07:00:00Z' })]);
    await page.after(() => page.button('Neuen Link senden: Bo').click());
    expect(page.root.querySelector('dialog')?.textContent).toContain(
      'Ein früher gesendeter Link gilt ab sofort nicht mehr.',
    );
    await page.after(() => page.button('Abbrechen').click());
    expect(page.requests.some((request) => request.startsWith('POST'))).toBe(false);
    expect(page.root.querySelector('dialog')).toBeNull();
  });

  it('shows why it was refused, in the dialog', async () => {
    const refused = new Response(JSON.stringify({ code: 'account-changed', detail: 'Bitte melden Sie sich neu an.' }), {
      status: 409,
    });
    const page = await show([person('Ada', {})], { 'POST /api/users/lock': refused });
    await page.after(() => page.button('Sperren: Ada').click());
    await page.after(() => page.button('Zugang jetzt sperren').click());
    expect(page.root.querySelector('dialog')?.textContent).toContain('Bitte melden Sie sich neu an.');
  });

  it('asks for what the address says', async () => {
    const page = await show([person('Ada', {})], {}, '/stammdaten?oe=111&zustand=active', '?unit=111&state=active');
    expect(page.root.querySelector('#people')?.textContent).toBe('Personen: Filiale Altstadt');
    expect(page.root.querySelector('.tree [aria-current]')?.textContent).toBe('Filiale Altstadt');
  });
});
