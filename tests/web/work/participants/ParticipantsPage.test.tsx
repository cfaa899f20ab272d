// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { ParticipantsPage } from '../../../../web/work/participants/ParticipantsPage';
import { navigate } from '../../../../web/work/frame/router';
import { mount, unmount } from '../mounted';

afterEach(unmount);

describe('The participants', () => {
  it('with an unknown advisor: says that settled rows stay listed', async () => {
    navigate('/teilnehmer?zustand=advisorUnknown');
    const page = await mount(<ParticipantsPage />, {
      'GET /api/participants?state=advisorUnknown': { items: [], next: null, total: null },
      'GET /api/return?weeks=26': { weeks: [] },
    });
    expect(page.root.textContent).toContain('die ein späterer Import geklärt hat, bleiben hier stehen');
  });
});
