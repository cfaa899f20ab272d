// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ContactEntry, ParticipantView } from '../../../../web/shared/api/types';
import { ContactLog } from '../../../../web/work/participants/ContactLog';
import { mount, unmount, violations } from '../mounted';

afterEach(unmount);

const contact: ContactEntry = {
  at: '2026-11-09T07:00:00Z',
  kind: 'invitation',
  state: 'failed',
  reasonText: 'Der Mailserver hat die Mail abgelehnt.',
  nextTryAt: null,
  bouncedAt: null,
  carrierMessage: '',
  outboxId: null,
};

describe('The contact log', () => {
  it('shows what the mail server said, as plain text', async () => {
    const carrierMessage = '5.7.1 550 rejected <b>by policy</b>';
    const of = { contacts: [{ ...contact, carrierMessage }] } as ParticipantView;
    const page = await mount(<ContactLog of={of} />, {});
    expect(page.root.textContent).toContain(`Technische Meldung zum Versand: ${carrierMessage}`);
    expect(page.root.querySelector('b')).toBeNull();
    expect(await violations(page.root)).toEqual([]);
  });

  it('says nothing of a message where there is none', async () => {
    const page = await mount(<ContactLog of={{ contacts: [contact] } as ParticipantView} />, {});
    expect(page.root.textContent).not.toContain('Technische Meldung');
  });
});
