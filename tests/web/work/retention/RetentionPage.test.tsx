// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { RetentionPage } from '../../../../web/work/retention/RetentionPage';
import { mount, unmount, violations } from '../mounted';
import { retentionView } from './examples';

afterEach(unmount);

const path = 'GET /api/retention';

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
