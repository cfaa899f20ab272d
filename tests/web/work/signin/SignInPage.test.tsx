// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../../web/shared/api/types';
import { SignInPage } from '../../../../web/work/signin/SignInPage';
import { session } from '../examples';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

describe('Signing in', () => {
  it('hands the session on', async () => {
    const signedIn: Session[] = [];
    const content = <SignInPage to={null} onSignedIn={(next) => signedIn.push(next)} />;
    const page = await mount(content, {
      'POST /api/session': session(['advisor']),
    });
    await page.after(() => page.root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(signedIn).toHaveLength(1);
  });

  it('with wrong access data says what to check, and keeps what was typed', async () => {
    const refused = new Response(JSON.stringify({ code: 'sign-in-failed', title: 'Nicht angemeldet' }), {
      status: 401,
    });
    const page = await mount(<SignInPage to={null} onSignedIn={() => undefined} />, { 'POST /api/session': refused });
    const user = page.root.querySelector<HTMLInputElement>('input[name=userName]') as HTMLInputElement;
    await page.after(() => {
      user.value = 'jana.berg@sparkasse-musterstadt.example';
      user.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.after(() => page.root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(page.root.querySelector('[role=alert]')?.textContent).toContain('Bitte prüfen Sie alle drei.');
    expect(user.value).toBe('jana.berg@sparkasse-musterstadt.example');
  });

  it('is accessible in both languages', async () => {
    for (const language of ['de', 'en'] as const) {
      const page = await mount(<SignInPage to={null} onSignedIn={() => undefined} />, {}, { language });
      expect(await violations(page.root)).toEqual([]);
      unmount();
    }
  });
});
