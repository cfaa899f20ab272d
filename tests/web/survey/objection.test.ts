// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { SurveyApi } from '../../../web/survey/api';
import { App } from '../../../web/survey/app';
import { startObjection } from '../../../web/survey/objection';
import { Page } from '../../../web/survey/page';
import type { Survey } from '../../../web/survey/types';

const survey: Survey = {
  state: 'open',
  kind: 'customer',
  language: 'de',
  institute: {
    name: 'Sparkasse Musterstadt',
    accentColour: '#c8102e',
    imprint: { legalName: 'Sparkasse Musterstadt', street: '', city: '', phone: '', email: '', register: '' },
    privacyNotice: { de: 'Hinweise', en: 'Notice' },
    isDemonstration: false,
  },
  isConfidential: false,
  expiresAt: '2026-12-07T08:00:00+01:00',
  pageLinks: [],
  survey: {
    version: 1,
    ratingScale: { min: 1, max: 5, minLabel: { de: '', en: '' }, maxLabel: { de: '', en: '' } },
    introduction: { de: 'Guten Tag', en: 'Good day' },
    thanks: { de: 'Danke', en: 'Thank you' },
    questions: [{ id: 'comment', kind: 'freeText', text: { de: 'Was noch?', en: 'What else?' } } as never],
  },
  answers: { revision: 0, answers: {}, version: 1 } as never,
};

afterEach(() => document.body.replaceChildren());

async function open(start: (page: Page) => void): Promise<HTMLElement> {
  const root = document.createElement('div');
  document.body.append(root);
  const answer: typeof fetch = async (_, init) =>
    init?.method === 'POST' ? new Response(null, { status: 204 }) : new Response(JSON.stringify(survey));
  start(new Page(root, new SurveyApi('a-token', answer), 'a-token'));
  await turns();
  return root;
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

const links = (root: HTMLElement) => root.querySelectorAll('a[href="/w/a-token"]').length;

describe('The objection link', () => {
  it('stands below the survey', async () => {
    const root = await open((page) => void new App(page).start());
    expect(links(root)).toBe(1);
  });

  it('does not stand below the page that it leads to, before and after objecting', async () => {
    const root = await open(startObjection);
    expect(root.querySelector('main button')?.textContent).toBe('Ich möchte keine Umfragen mehr');
    expect(links(root)).toBe(0);
    root.querySelector<HTMLButtonElement>('main button')?.click();
    await turns();
    expect(root.querySelector('h1')?.textContent).toBe('Sie erhalten keine Umfragen mehr');
    expect(links(root)).toBe(0);
  });
});
