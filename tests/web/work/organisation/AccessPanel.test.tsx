// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { UserLine } from '../../../../web/shared/api/types';
import { AccessPanel } from '../../../../web/work/organisation/AccessPanel';
import { mount } from '../mounted';

function user(name: string, state: UserLine['state']): UserLine {
  return {
    userName: `${name}@bank.example`,
    name,
    roles: ['advisor'],
    state,
    hasSignedIn: false,
  };
}

describe('Access', () => {
  it('sends a link to everybody who never had one, and says so', async () => {
    const page = await mount(<AccessPanel />, {
      'GET /api/users': [user('Ada', 'active'), user('Bo', 'new'), user('Cy', 'new')],
      'POST /api/users/invitations': { sent: 2, left: 0 },
    });
    await page.after(() => page.button('2 Aktivierungslinks jetzt senden').click());
    expect(page.requests).toContain('POST /api/users/invitations');
    expect(page.root.textContent).toContain('2 Aktivierungslinks sind gesendet.');
  });

  it('offers nothing to send once everybody has a link', async () => {
    const page = await mount(<AccessPanel />, {
      'GET /api/users': [user('Ada', 'active'), user('Bo', 'invited')],
    });
    expect(page.root.textContent).toContain('Link gesendet 1');
    expect(page.root.querySelector('button')).toBeNull();
  });
});
