// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { added, choiceBody, editable, isGoogle, needsWarning } from '../../../../web/work/reviewPortals/portals';
import { ReviewPortalsPage } from '../../../../web/work/reviewPortals/ReviewPortalsPage';
import { portalsView } from '../approvals/examples';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const path = '/api/review-portals';
const links = editable(portalsView());
const restricted = links.map((link) => ({ ...link, promotersOnly: true }));

describe('The warning', () => {
  it('is due once a portal becomes restricted, or a restricted one leads elsewhere', () => {
    expect(needsWarning(links, links)).toBe(false);
    expect(needsWarning(restricted, links)).toBe(true);
    expect(needsWarning(restricted, restricted)).toBe(false);
    expect(needsWarning([{ ...restricted[0]!, url: 'https://anderswo.example/' }], restricted)).toBe(true);
  });

  it('is of no use for Google: its link is for everybody', () => {
    const google = { ...restricted[0]!, url: 'https://maps.app.goo.gl/x' };
    expect(isGoogle(google)).toBe(true);
    expect(isGoogle({ ...google, url: 'halb getippt' })).toBe(false);
    expect(needsWarning([google], links)).toBe(false);
    expect(choiceBody([google], false, 0).links[0]?.promotersOnly).toBe(false);
  });
});

describe('A portal', () => {
  it('that is added gets a place of its own', () => {
    expect(added(added([])).map((link) => link.key)).toEqual([0, 1]);
  });
});

describe('The portals', () => {
  it('are restricted only once the warning is accepted', async () => {
    const page = await mount(<ReviewPortalsPage />, { [`GET ${path}`]: portalsView(), [`POST ${path}`]: {} });
    const radios = page.root.querySelectorAll<HTMLInputElement>('[type=radio]');
    await page.after(() => radios[1]?.click());
    expect(page.root.textContent).toContain('Bitte prüfen Sie die Regeln dieses Portals.');
    expect(page.button('Portale speichern').disabled).toBe(true);
    await page.after(() => page.root.querySelector<HTMLInputElement>('[type=checkbox]')?.click());
    await page.after(() => page.root.querySelector('form')?.requestSubmit());
    expect(page.requests).toContain(`POST ${path}`);
  });

  it('are added and removed, and the server says beside the field what is wrong', async () => {
    const problem = {
      code: 'address-invalid',
      errors: { 'links[1].url': ['Bitte geben Sie die vollständige Adresse an.'] },
    };
    const page = await mount(<ReviewPortalsPage />, {
      [`GET ${path}`]: portalsView(),
      [`POST ${path}`]: new Response(JSON.stringify(problem), { status: 400 }),
    });
    await page.after(() => page.button('Portal hinzufügen').click());
    expect(page.root.querySelectorAll('.portal')).toHaveLength(2);
    await page.after(() => page.root.querySelector('form')?.requestSubmit());
    expect(page.root.querySelectorAll('.portal')[1]?.textContent).toContain('vollständige Adresse');
    await page.after(() => page.button('Portal 2 entfernen').click());
    expect(page.root.querySelectorAll('.portal')).toHaveLength(1);
  });

  it('are accessible', async () => {
    const page = await mount(<ReviewPortalsPage />, { [`GET ${path}`]: portalsView() });
    await page.after(() => page.root.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.click());
    expect(await violations(page.root)).toEqual([]);
  });
});
