// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { ImportPage } from '../../../../web/work/imports/ImportPage';
import { importView } from '../examples';
import { mount, unmount } from '../mounted';

describe('The page of an import', () => {
  afterEach(unmount);

  const shown = (part: Parameters<typeof importView>[0]) =>
    mount(<ImportPage id="b1" />, {
      'GET /api/imports/b1': importView(part),
      'GET /api/imports/b1/rows?take=50': { items: [], next: null },
    });

  it('says of a preview that was thrown away that it was discarded, and no number of rows', async () => {
    const page = await shown({
      state: 'undone',
      rows: 0,
      counts: {},
      canConfirm: false,
      undoneAt: '2026-11-09T06:20:00Z',
    });
    expect(page.root.textContent).toContain('verworfen, nichts davon wurde übernommen');
    expect(page.root.textContent).not.toContain('0 Zeilen');
  });

  it('lets a preview be discarded and a confirmed import be taken back', async () => {
    const preview = await shown({ canUndo: true });
    expect(preview.button('Vorschau verwerfen').disabled).toBe(false);
    unmount();
    const confirmed = await shown({ state: 'confirmed', canConfirm: false, canUndo: true });
    expect(confirmed.button('Import zurücknehmen').disabled).toBe(false);
  });

  it('taken back while it was being sent says how many invitations had left', async () => {
    const page = await shown({
      state: 'undone',
      canConfirm: false,
      confirmedAt: '2026-11-09T06:15:00Z',
      undoneAt: '2026-11-09T06:20:00Z',
      alreadyInvited: 12,
    });
    expect(page.root.textContent).toContain('12 Einladungen waren in diesem Moment schon gesendet');
  });

  it('of which nothing can be taken over leads to its rows and their reasons', async () => {
    const page = await shown({ counts: { invalid: 2, objected: 1 }, rows: 3, canUndo: true });
    expect(page.root.textContent).toContain('Aus dieser Datei kann nichts übernommen werden');
    const primary = [...page.root.querySelectorAll('.button-primary')];
    expect(primary.map((each) => each.getAttribute('href'))).toEqual(['/api/imports/b1/rejected.csv?language=de']);
    expect([...page.root.querySelectorAll('button')].map((each) => each.textContent)).toEqual(['Vorschau verwerfen']);
  });

  it('takes over rows that wait for the end of their quarantine, also without a ready one', async () => {
    const page = await shown({ counts: { quarantine: 5 }, later: 2, rows: 5 });
    expect(page.button('2 Zeilen für die Zeit nach der Quarantäne übernehmen').className).toContain('button-primary');
    expect(page.root.textContent).not.toContain('kann nichts übernommen werden');
  });

  it('says how much of it has been sent', async () => {
    const page = await shown({ state: 'confirmed', canConfirm: false, sent: { count: 38, of: 39 } });
    expect(page.root.textContent).toContain('38 von 39 Einladungen gesendet');
  });
});
