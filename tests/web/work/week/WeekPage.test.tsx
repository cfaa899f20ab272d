// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { WeekPage } from '../../../../web/work/week/WeekPage';
import { importView, returnWeek, weekView } from '../examples';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const confirmed = importView({
  state: 'confirmed',
  canConfirm: false,
  canUndo: true,
});
const sendable = { invitations: 39, selfImages: 27 };
const sendButton = '39 Einladungen und 27 Selbstbilder jetzt senden';

describe('The week', () => {
  it('offers to take over a previewed export, and nothing else as the main thing to do', async () => {
    const page = await mount(<WeekPage />, {
      'GET /api/week': weekView({
        imports: [importView()],
        returns: [returnWeek()],
      }),
      'POST /api/imports/b1/confirm': {},
    });
    const primary = [...page.root.querySelectorAll('.button-primary')].map((each) => each.textContent);
    expect(primary).toEqual(['39 bereite Zeilen übernehmen']);
    await page.after(() => page.button('39 bereite Zeilen übernehmen').click());
    expect(page.requests).toContain('POST /api/imports/b1/confirm');
    expect(document.getElementById('announcements')?.textContent).toContain('Übernommen');
  });

  it('offers the rows to correct where nothing of an export can be taken over', async () => {
    const nothing = importView({ counts: { invalid: 2 }, rows: 2 });
    const page = await mount(<WeekPage />, { 'GET /api/week': weekView({ imports: [nothing] }) });
    expect(page.root.textContent).toContain('Keine Zeile ist bereit');
    const primary = [...page.root.querySelectorAll('.button-primary')];
    expect(primary.map((each) => each.getAttribute('href'))).toEqual(['/api/imports/b1/rejected.csv?language=de']);
    expect(page.root.textContent).not.toContain('Übernehmen Sie zuerst den Export');
    expect(await violations(page.root)).toEqual([]);
  });

  it('tells this send from all that was sent this week', async () => {
    const running = { queued: 57, sent: 0, failed: 0, startedAt: '2026-11-09T07:00:00Z' };
    const sent = { invitations: 2, selfImages: 0, reminders: 0, lastAt: '2026-11-09T06:50:00Z' };
    const page = await mount(<WeekPage />, { 'GET /api/week': weekView({ imports: [confirmed], running, sent }) });
    expect(page.root.textContent).toContain('Dieser Versand: 0 von 57 Mails gesendet');
    expect(page.root.textContent).toContain('In dieser Woche insgesamt gesendet: 2 Einladungen');
  });

  it('says how many mails were put off, why, and when they are tried again', async () => {
    const text = 'Der Mailserver hat noch nicht angenommen, was gesendet wurde.';
    const deferred = [{ code: 'deferred', text, count: 40, nextTryAt: '2026-11-09T07:05:00Z' }];
    const page = await mount(<WeekPage />, { 'GET /api/week': weekView({ imports: [confirmed], deferred }) });
    expect(page.root.textContent).toContain('40 Mails warten auf einen neuen Versuch');
    expect(page.root.textContent).toContain(`${text} Der nächste Versuch beginnt von selbst, ab Mo, 9. Nov., 08:05.`);
    expect(page.root.textContent).not.toContain('Es ist gerade nichts zu senden.');
    expect(await violations(page.root)).toEqual([]);
  });

  it('says that mails of a stopped dispatch are tried again once it is resumed', async () => {
    const deferred = [
      { code: 'deferred', text: 'A.', count: 2, nextTryAt: null },
      { code: 'outbox-unavailable', text: 'B.', count: 1, nextTryAt: '2026-11-09T07:05:00Z' },
    ];
    const page = await mount(<WeekPage />, { 'GET /api/week': weekView({ deferred }) });
    expect(page.root.textContent).toContain('3 Mails warten auf einen neuen Versuch');
    expect(page.root.textContent).toContain('2 Mails: A. Der nächste Versuch beginnt, sobald');
    expect(page.root.textContent).toContain('1 Mail: B. Der nächste Versuch beginnt von selbst');
  });

  it('offers to resume a stopped dispatch also when all its invitations have left', async () => {
    const pausedText = 'Der Versand ist angehalten, auch die Erinnerungen warten.';
    const page = await mount(<WeekPage />, {
      'GET /api/week': weekView({
        imports: [confirmed],
        running: null,
        pausedText,
        todo: [{ kind: 'paused', count: 1 }],
      }),
      'POST /api/week/resume': { cycles: 1 },
    });
    expect(page.root.textContent).toContain(pausedText);
    expect(page.root.textContent).not.toContain('Es ist gerade nichts zu senden.');
    expect(await violations(page.root)).toEqual([]);
    await page.after(() => page.button('Versand fortsetzen').click());
    expect(page.requests).toContain('POST /api/week/resume');
  });

  it('names the surveys that customers wait for and whose approval was withdrawn', async () => {
    const todo = [{ kind: 'approvalWithdrawn' as const, count: 1, names: ['Baufinanzierung'] }];
    const page = await mount(<WeekPage />, { 'GET /api/week': weekView({ todo }) });
    const link = [...page.root.querySelectorAll('.todo a')].map((a) => [a.getAttribute('href'), a.textContent]);
    expect(link).toEqual([['/freigaben', 'Freigabe zurückgezogen, Kunden warten: Baufinanzierung']]);
  });

  it('says on the button what sending sends', async () => {
    const page = await mount(<WeekPage />, {
      'GET /api/week': weekView({ imports: [confirmed], sendable }),
      'POST /api/week/send': {},
    });
    await page.after(() => page.button(sendButton).click());
    expect(page.requests).toContain('POST /api/week/send');
  });

  it('sends what no lock holds back, and says what is locked', async () => {
    const locks = [
      {
        code: 'survey-not-approved',
        text: 'Eine Umfrage ist noch nicht freigegeben.',
      },
    ];
    const page = await mount(<WeekPage />, {
      'GET /api/week': weekView({ imports: [confirmed], sendable, locks }),
      'POST /api/week/send': {},
    });
    expect(page.root.textContent).toContain('Ein Teil ist gesperrt');
    expect(page.root.textContent).toContain('Eine Umfrage ist noch nicht freigegeben.');
    await page.after(() => page.button(sendButton).click());
    expect(page.requests).toContain('POST /api/week/send');
  });

  it('does not say that there is nothing to send while what waits is locked', async () => {
    const locks = [{ code: 'survey-not-approved', text: 'Die Umfrage ist noch nicht freigegeben.' }];
    const page = await mount(<WeekPage />, {
      'GET /api/week': weekView({ imports: [confirmed], locks }),
    });
    expect(page.root.textContent).toContain('Senden ist gesperrt');
    expect(page.root.textContent).toContain('Die Umfrage ist noch nicht freigegeben.');
    expect(page.root.textContent).not.toContain('Es ist gerade nichts zu senden.');
  });

  it('asks to look at the preview only as long as there is one', async () => {
    const warnings = [{ code: 'encoding-guessed', text: 'Bitte prüfen Sie die Umlaute in der Vorschau.' }];
    const page = await mount(<WeekPage />, {
      'GET /api/week': weekView({ imports: [importView({ warnings })] }),
    });
    expect(page.root.textContent).toContain('Bitte prüfen Sie die Umlaute');
    await unmount();
    const later = await mount(<WeekPage />, {
      'GET /api/week': weekView({ imports: [{ ...confirmed, warnings }] }),
    });
    expect(later.root.textContent).not.toContain('Bitte prüfen Sie die Umlaute');
  });

  it('shows how far the mails are', async () => {
    const running = {
      queued: 66,
      sent: 31,
      failed: 0,
      startedAt: '2026-11-09T07:00:00Z',
    };
    const page = await mount(<WeekPage />, {
      'GET /api/week': weekView({ imports: [confirmed], running }),
    });
    expect(page.root.textContent).toContain('31 von 66 Mails gesendet');
    expect(page.root.querySelector('progress')?.getAttribute('value')).toBe(String(31 / 66));
  });

  it('keeps what it shows when a later request fails', async () => {
    const answers: Record<string, unknown> = {
      'GET /api/week': weekView({ imports: [importView()] }),
      'POST /api/imports/b1/confirm': new Response(
        JSON.stringify({
          code: 'import-changed',
          detail: 'Bitte laden Sie die Seite neu.',
        }),
        { status: 409 },
      ),
    };
    const page = await mount(<WeekPage />, answers);
    await page.after(() => page.button('39 bereite Zeilen übernehmen').click());
    expect(page.root.querySelector('[role=alert]')?.textContent).toContain('Bitte laden Sie die Seite neu.');
    expect(page.root.textContent).toContain('geko-2026-KW46.csv');
  });

  it('is accessible, empty and full', async () => {
    const empty = await mount(<WeekPage />, { 'GET /api/week': weekView() });
    expect(await violations(empty.root)).toEqual([]);
    unmount();
    const todo = [{ kind: 'callback' as const, count: 2 }];
    const full = await mount(<WeekPage />, {
      'GET /api/week': weekView({
        imports: [importView()],
        returns: [returnWeek()],
        todo,
        sendable,
      }),
    });
    expect(await violations(full.root)).toEqual([]);
  });
});
