// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { AccountPage } from '../../../../web/work/account/AccountPage';
import { session } from '../examples';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const advisor = session(['advisor']);

function type(root: HTMLElement, name: string, value: string): void {
  const input = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!input) throw new Error(`No field ${name}.`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function typed(answers: Record<string, unknown>) {
  const page = await mount(<AccountPage onLeft={() => undefined} />, answers, { session: advisor });
  await page.after(() => type(page.root, 'password', 'vier Worte und ein Komma'));
  await page.after(() => type(page.root, 'new-password', 'Regenschirm Gabel Tuba'));
  await page.after(() => type(page.root, 'repeat-password', 'Regenschirm Gabel Tuba'));
  return page;
}

describe('My account', () => {
  it('changes the password once the rules are fulfilled, and empties the fields', async () => {
    const page = await typed({ 'PUT /api/session/password': { ...advisor, csrf: 'next' } });
    const submit = page.root.querySelector<HTMLButtonElement>('button[type=submit]');
    expect(submit?.disabled).toBe(false);
    await page.after(() => submit?.click());
    expect(page.requests).toEqual(['PUT /api/session/password']);
    expect(page.root.textContent).toContain('Ihr Passwort ist geändert.');
    expect(page.root.querySelector<HTMLInputElement>('[name=password]')?.value).toBe('');
  });

  it('waits while a rule is open', async () => {
    const page = await typed({});
    await page.after(() => type(page.root, 'new-password', 'Jana Berg und ein Wort'));
    expect(page.root.querySelector('[data-rule=noName]')?.textContent).toContain('noch offen');
    expect(page.root.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(true);
  });

  it('shows beside the field what the server refuses', async () => {
    const problem = { code: 'password-wrong', errors: { password: ['Das bisherige Passwort stimmt nicht.'] } };
    const page = await typed({ 'PUT /api/session/password': new Response(JSON.stringify(problem), { status: 400 }) });
    await page.after(() => page.root.querySelector<HTMLButtonElement>('button[type=submit]')?.click());
    expect(page.root.querySelector('.field-error')?.textContent).toBe('Das bisherige Passwort stimmt nicht.');
    expect(page.root.querySelector('[name=password]')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('signs out everywhere after asking', async () => {
    let left = 0;
    const answers = { 'DELETE /api/session/all': new Response('') };
    const page = await mount(<AccountPage onLeft={() => left++} />, answers, { session: advisor });
    await page.after(() => page.button('Überall abmelden').click());
    expect(left).toBe(0);
    await page.after(() => page.button('Jetzt überall abmelden').click());
    expect(left).toBe(1);
  });

  it('has no barrier', async () => {
    const page = await mount(<AccountPage onLeft={() => undefined} />, {}, { session: advisor });
    expect(await violations(page.root)).toEqual([]);
  });
});
