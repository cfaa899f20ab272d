// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { OrganisationFilesPage } from '../../../../web/work/organisation/OrganisationFilesPage';
import { mount, unmount } from '../mounted';

const preview = {
  applied: false,
  rows: 1,
  added: 1,
  changed: 0,
  unchanged: 0,
  missing: 0,
  deactivated: 0,
  rejected: [],
  warnings: [{ line: 2, key: 'a@b.example', code: 'specialism-unknown', text: 'Zum Fachbereich passt keine Umfrage.' }],
};

describe('A file of employees', () => {
  afterEach(unmount);

  it('with a warning says which row, and can be taken over', async () => {
    const page = await mount(<OrganisationFilesPage />, {
      'POST /api/organisation/imports/employees?preview=true': preview,
    });
    const input = page.root.querySelector<HTMLInputElement>('[aria-labelledby=employees] input[type=file]');
    await page.after(() => {
      Object.defineProperty(input, 'files', { value: [new File(['x'], 'personen.csv')] });
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.after(() => page.button('Datei prüfen').click());
    expect(page.root.textContent).toContain('Die Datei kann trotzdem übernommen werden');
    expect(page.root.textContent).toContain('Zeile 2: Zum Fachbereich passt keine Umfrage.');
    expect(page.button('1 Änderung übernehmen').disabled).toBe(false);
  });
});
