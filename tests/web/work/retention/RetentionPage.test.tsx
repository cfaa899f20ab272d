// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { RetentionView } from '../../../../web/shared/api/types';
import { RetentionPage } from '../../../../web/work/retention/RetentionPage';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const path = 'GET /api/retention';

export function retentionView(change: Partial<RetentionView> = {}): RetentionView {
  return {
    classes: [
      { of: 'participants', period: 90, inMonths: false, nextOn: '2026-11-12' },
      { of: 'answers', period: 36, inMonths: true, nextOn: null },
      { of: 'logs', period: 12, inMonths: true, nextOn: '2026-11-09' },
    ],
    doneOn: '2026-11-09',
    today: '2026-11-09',
    runs: [
      {
        at: '2026-11-09T02:17:00Z',
        fromWeek: '2025-W44',
        toWeek: '2026-W28',
        counts: [
          { item: 'participants', count: 1204 },
          { item: 'sources', count: 1 },
          { item: 'mails', count: 36 },
        ],
      },
      {
        at: '2026-11-08T02:17:00Z',
        fromWeek: '2026-W28',
        toWeek: '2026-W28',
        counts: [{ item: 'participants', count: 1 }],
      },
    ],
    ...change,
  };
}

describe('The periods', () => {
  it('are said in words, with what is due next', async () => {
    const page = await mount(<RetentionPage />, { [path]: retentionView() });
    const rows = [...page.root.querySelectorAll('[aria-labelledby=periods] tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toContain('90 Tage');
    expect(rows[0]).toContain('Do, 12. Nov. 2026');
    expect(rows[1]).toContain('36 Monate');
    expect(rows[1]).toContain('nichts vorhanden');
    expect(rows[2]).toContain('heute');
    expect(page.root.textContent).toContain('Am Mo, 9. Nov. 2026 war alles gelöscht');
    expect(await violations(page.root)).toEqual([]);
  });

  it('say that the job is not through yet', async () => {
    const page = await mount(<RetentionPage />, { [path]: retentionView({ doneOn: null }) });
    expect(page.root.textContent).toContain('noch nicht durch');
  });
});

describe('The runs', () => {
  it('are listed with numbers and weeks', async () => {
    const page = await mount(<RetentionPage />, { [path]: retentionView() });
    const rows = [...page.root.querySelectorAll('[aria-labelledby=runs] tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toContain('1.204 Teilnehmer, 1 hochgeladene Datei und 36 Einträge im Kontaktprotokoll');
    expect(rows[0]).toContain('KW\u00a044/2025 bis KW\u00a028/2026');
    expect(rows[1]).toContain('KW\u00a028/2026');
    expect(rows[1]).not.toContain('bis');
  });

  it('say so when there is none', async () => {
    const page = await mount(<RetentionPage />, { [path]: retentionView({ runs: [] }) });
    expect(page.root.textContent).toContain('Bisher ist keine Frist abgelaufen');
  });

  it('that can’t be loaded say what to do', async () => {
    const page = await mount(<RetentionPage />, { [path]: new Response('{}', { status: 503 }) });
    expect(page.root.querySelector('[role=alert], .note-error')).not.toBeNull();
  });

  it('are listed in English', async () => {
    const page = await mount(<RetentionPage />, { [path]: retentionView() }, { language: 'en' });
    expect(page.root.textContent).toContain('1,204 participants, 1 uploaded file and 36 entries of the contact log');
  });
});
