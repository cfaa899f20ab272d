// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { ActivationPage } from '../../../../web/work/signin/ActivationPage';
import { mount, unmount, violations } from '../mounted';

afterEach(() => {
  unmount();
  location.hash = '';
});

const gone = { 'POST /api/activation/check': new Response('{"code":"link-not-valid"}', { status: 404 }) };

describe('A used or expired activation link', () => {
  it('says who to ask, and leads to signing in at the bank of the link', async () => {
    location.hash = '#musterstadt/a-token';
    const page = await mount(<ActivationPage />, gone);
    expect(page.root.querySelector('[role=alert]')?.textContent).toContain('Bitten Sie das Vertriebsmanagement');
    expect(page.root.querySelector('a.button')?.getAttribute('href')).toBe('/anmelden?institut=musterstadt');
  });

  it('leads to signing in without a bank too, and is accessible', async () => {
    const page = await mount(<ActivationPage />, gone, { language: 'en' });
    expect(page.root.querySelector('a.button')?.getAttribute('href')).toBe('/anmelden');
    expect(await violations(page.root)).toEqual([]);
  });
});
