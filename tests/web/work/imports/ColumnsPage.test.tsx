// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { KnownColumn } from '../../../../web/shared/api/types';
import { ColumnsPage } from '../../../../web/work/imports/ColumnsPage';
import { UnknownColumns } from '../../../../web/work/imports/UnknownColumns';
import { importView } from '../examples';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const columns: KnownColumn[] = [
  { name: 'E-Mail', synonyms: ['Mail'], required: true, own: ['Elektropost'] },
  { name: 'Kanal', synonyms: [], required: false, own: [] },
];

describe('Own column names', () => {
  it('adds the name that the import did not know', async () => {
    history.replaceState(null, '', '/importe/spalten?name=Kanalweg&import=2026-W46-i0001');
    const page = await mount(<ColumnsPage />, {
      'GET /api/imports/columns': columns,
      'POST /api/imports/columns': columns,
    });
    expect(page.root.querySelector<HTMLInputElement>('[name=name]')?.value).toBe('Kanalweg');
    expect(page.root.querySelector('.back a')?.getAttribute('href')).toBe('/importe/2026-W46-i0001');
    expect(page.button('Zuordnen').disabled).toBe(true);

    await page.after(() => {
      const select = page.root.querySelector('select');
      if (!select) return;
      select.value = 'Kanal';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.after(() => page.button('Zuordnen').click());
    expect(page.requests).toContain('POST /api/imports/columns');
    expect(page.root.textContent).toContain('„Kanalweg“ steht ab jetzt für „Kanal“.');
    expect(await violations(page.root)).toEqual([]);
  });

  it('removes a name', async () => {
    history.replaceState(null, '', '/importe/spalten');
    const page = await mount(<ColumnsPage />, {
      'GET /api/imports/columns': columns,
      'POST /api/imports/columns/remove': columns,
    });
    await page.after(() => page.button('Entfernen: Elektropost').click());
    expect(page.requests).toContain('POST /api/imports/columns/remove');
    expect(page.root.textContent).toContain('„Elektropost“ ist entfernt.');
  });
});

describe('A preview with unknown columns', () => {
  const path = '/api/imports/b1';

  it('leads to where they are assigned', async () => {
    const page = await mount(<UnknownColumns of={importView()} />, {
      [`GET ${path}/headers`]: { unknown: ['Kanal & Weg'], readsDifferently: false },
    });
    expect(page.root.querySelector('a')?.getAttribute('href')).toBe('/importe/spalten?name=Kanal+%26+Weg&import=b1');
    expect(page.root.querySelector('button')).toBeNull();
  });

  it('is read anew once the names have changed', async () => {
    const page = await mount(<UnknownColumns of={importView()} />, {
      [`GET ${path}/headers`]: { unknown: [], readsDifferently: true },
      [`POST ${path}/reread`]: importView({ id: 'b2' }),
    });
    await page.after(() => page.button('Mit den neuen Namen lesen').click());
    expect(location.pathname).toBe('/importe/b2');
  });

  it('is not asked about after it was taken over', async () => {
    const page = await mount(<UnknownColumns of={importView({ state: 'confirmed' })} />);
    expect(page.requests).toEqual([]);
  });
});
