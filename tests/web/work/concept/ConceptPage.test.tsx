// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { agreementBody, emptyAgreement } from '../../../../web/work/concept/agreement';
import { ConceptPage } from '../../../../web/work/concept/ConceptPage';
import { agreed, conceptView } from '../approvals/examples';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const said = () => document.getElementById('announcements')?.textContent;

describe('The concept', () => {
  it('is recorded with what was typed, and a date that was not chosen is none', () => {
    const form = { ...emptyAgreement, agreedWith: 'Personalrat', agreedOn: '2026-11-05' };
    expect(agreementBody(form, 3)).toMatchObject({
      agreedWith: 'Personalrat',
      agreedOn: '2026-11-05',
      effectiveFrom: null,
      seen: 3,
    });
  });

  it('says that sending is locked, and opens it', async () => {
    const page = await mount(<ConceptPage />, {
      'GET /api/concept': conceptView(),
      'POST /api/concept/agree': {},
    });
    expect(page.root.textContent).toContain('Senden ist gesperrt');
    expect(page.root.textContent).not.toContain('Zustimmung zurückziehen');
    await page.after(() => page.root.querySelector('form')?.requestSubmit());
    expect(page.requests).toContain('POST /api/concept/agree');
    expect(said()).toBe('Die Zustimmung ist erfasst.');
  });

  it('says beside the field what is wrong with it, and keeps what was typed', async () => {
    const problem = { code: 'date-missing', errors: { agreedOn: ['Bitte geben Sie den Tag der Zustimmung an.'] } };
    const page = await mount(<ConceptPage />, {
      'GET /api/concept': conceptView(),
      'POST /api/concept/agree': new Response(JSON.stringify(problem), { status: 400 }),
    });
    const who = page.root.querySelector<HTMLInputElement>('[name=agreedWith]')!;
    await page.after(() => {
      who.value = 'Personalrat';
      who.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.after(() => page.root.querySelector('form')?.requestSubmit());
    const date = page.root.querySelector('[name=agreedOn]');
    expect(date?.getAttribute('aria-invalid')).toBe('true');
    expect(page.root.textContent).toContain('Bitte geben Sie den Tag der Zustimmung an.');
    expect(who.value).toBe('Personalrat');
  });

  it('marks every field that is missing at once', async () => {
    const problem = {
      code: 'text-missing',
      errors: {
        agreedWith: ['Bitte füllen Sie dieses Feld aus.'],
        agreedOn: ['Bitte geben Sie den Tag der Zustimmung an.'],
      },
    };
    const page = await mount(<ConceptPage />, {
      'GET /api/concept': conceptView(),
      'POST /api/concept/agree': new Response(JSON.stringify(problem), { status: 400 }),
    });
    await page.after(() => page.root.querySelector('form')?.requestSubmit());
    const marked = [...page.root.querySelectorAll<HTMLInputElement>('[aria-invalid]')].map((each) => each.name);
    expect(marked).toEqual(['agreedWith', 'agreedOn']);
  });

  it('is withdrawn after a second press and tells its history', async () => {
    const page = await mount(<ConceptPage />, { 'GET /api/concept': agreed, 'POST /api/concept/withdraw': {} });
    expect(page.root.querySelector('.history')?.textContent).toContain('Zustimmung 1 erfasst durch Irem Apitz');
    await page.after(() => page.button('Zustimmung zurückziehen …').click());
    expect(page.root.textContent).toContain('Ab sofort verlässt keine Mail mehr das Haus');
    await page.after(() => page.root.querySelector('form')?.requestSubmit());
    expect(page.requests).toContain('POST /api/concept/withdraw');
    expect(said()).toContain('Senden ist gesperrt');
  });

  it('is accessible, locked and agreed', async () => {
    for (const view of [conceptView(), agreed]) {
      const page = await mount(<ConceptPage />, { 'GET /api/concept': view });
      expect(await violations(page.root)).toEqual([]);
      unmount();
    }
  });
});
