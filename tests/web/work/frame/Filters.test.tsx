// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { OutboxPage } from '../../../../web/work/outbox/OutboxPage';
import { mount, unmount } from '../mounted';

afterEach(unmount);

describe('Looking for somebody', () => {
  it('goes in a header, past every log of addresses, and stays with the page', async () => {
    history.replaceState(null, '', '/postausgang');
    const page = await mount(<OutboxPage />, { 'GET /api/outbox': { items: [], next: null, total: 0 } });
    const field = page.root.querySelector<HTMLInputElement>('input[type="search"]');
    await page.after(() => {
      if (field) field.value = ' Müller ';
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.after(() => page.button('Suchen').click());

    expect(page.requests).toEqual(['GET /api/outbox', 'GET /api/outbox [Müller]']);
    expect(location.href).not.toContain('ller');
    expect(history.state).toEqual({ words: 'Müller' });
  });
});
