// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { ApprovalsPage } from '../../../../web/work/approvals/ApprovalsPage';
import { SurveyApprovalPage } from '../../../../web/work/approvals/SurveyApprovalPage';
import { mount, unmount, violations } from '../mounted';
import { agreed, approvalView, conceptView, line, portalsView } from './examples';

afterEach(unmount);

const path = '/api/approvals/beratung';
const said = () => document.getElementById('announcements')?.textContent;

describe('The approval of a survey', () => {
  it('shows every question in both languages and approves the version that was read', async () => {
    const page = await mount(<SurveyApprovalPage id="beratung" />, {
      [`GET ${path}`]: approvalView(),
      [`POST ${path}/approve`]: {},
    });
    const preview = page.root.querySelector('#frage-care');
    expect(preview?.querySelector('[lang=de]')?.textContent).toContain('zugehört');
    expect(preview?.querySelector('[lang=en]')?.textContent).toContain('listen');
    await page.after(() => page.button('Fassung 1 freigeben').click());
    expect(page.requests).toContain(`POST ${path}/approve`);
    expect(said()).toContain('freigegeben');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('is blocked by errors, each with the way to its question', async () => {
    const page = await mount(<SurveyApprovalPage id="beratung" />, {
      [`GET ${path}`]: approvalView({
        survey: line({ stage: 'faulty', errors: 1 }),
        findings: [{ severity: 'error', code: 'text-missing', questionId: 'care', text: 'Ein Text fehlt.' }],
      }),
    });
    expect(page.root.textContent).toContain('Die Freigabe ist gesperrt');
    expect(page.root.querySelector('button')).toBeNull();
    await page.after(() => page.root.querySelector<HTMLElement>('a[href="#frage-care"]')?.click());
    expect(document.activeElement?.id).toBe('frage-care');
  });

  it('is withdrawn only after a second press', async () => {
    const page = await mount(<SurveyApprovalPage id="beratung" />, {
      [`GET ${path}`]: approvalView({ survey: line({ stage: 'approved', approvedAt: '2026-11-09T07:00:00Z' }) }),
      [`POST ${path}/withdraw`]: {},
    });
    await page.after(() => page.button('Freigabe zurückziehen …').click());
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    expect(page.requests).not.toContain(`POST ${path}/withdraw`);
    await page.after(() => page.root.querySelector('form')?.requestSubmit());
    expect(page.requests).toContain(`POST ${path}/withdraw`);
  });

  it('is left as it is on second thought, with the focus where it was', async () => {
    const page = await mount(<SurveyApprovalPage id="beratung" />, {
      [`GET ${path}`]: approvalView({ survey: line({ stage: 'approved' }) }),
    });
    await page.after(() => page.button('Freigabe zurückziehen …').click());
    await page.after(() => page.button('Abbrechen').click());
    expect(document.activeElement?.textContent).toBe('Freigabe zurückziehen …');
  });

  it('says what the server refuses, and looks again', async () => {
    const problem = { code: 'survey-changed', detail: 'Inzwischen ist eine andere Fassung veröffentlicht.' };
    const page = await mount(<SurveyApprovalPage id="beratung" />, {
      [`GET ${path}`]: approvalView(),
      [`POST ${path}/approve`]: new Response(JSON.stringify(problem), { status: 409 }),
    });
    await page.after(() => page.button('Fassung 1 freigeben').click());
    expect(page.root.querySelector('[role=alert]')?.textContent).toContain('andere Fassung');
  });

  it('is accessible, as is the list', async () => {
    const one = await mount(<SurveyApprovalPage id="beratung" />, {
      [`GET ${path}`]: approvalView({ survey: line({ stage: 'approved' }) }),
    });
    await one.after(() => one.button('Freigabe zurückziehen …').click());
    expect(await violations(one.root)).toEqual([]);
    unmount();
    const all = await mount(<ApprovalsPage />, {
      'GET /api/approvals': [line(), line({ id: 'zwei', stage: 'approved' })],
      'GET /api/concept': agreed,
      'GET /api/review-portals': portalsView(),
    });
    expect(await violations(all.root)).toEqual([]);
  });
});

describe('The approvals', () => {
  it('say what is missing, and where', async () => {
    const page = await mount(<ApprovalsPage />, {
      'GET /api/approvals': [],
      'GET /api/concept': conceptView(),
      'GET /api/review-portals': portalsView({ links: [] }),
      'GET /api/results/exports': { items: [], next: null, total: null },
    });
    expect(page.root.textContent).toContain('Noch keine Umfrage');
    expect(page.root.querySelector('.note-error a')?.getAttribute('href')).toBe('/freigaben/konzept');
    expect(page.root.textContent).toContain('Noch kein Portal');
    expect(page.root.textContent).toContain('Noch niemand hat Ergebnisse mitgenommen.');
    expect(page.root.querySelector('a[href="/freigaben/mitnahmen"]')).not.toBeNull();
  });
});
