// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { PageFor } from '../../../../web/work/frame/pages';
import { ownResults, session } from '../examples';
import { mount, unmount } from '../mounted';

afterEach(unmount);

describe('The start page', () => {
  it('is the first page of the role, shown at once', async () => {
    history.replaceState(null, '', '/');
    const advisor = session(['advisor']);
    const answers = { 'GET /api/results/own': ownResults() };
    const page = await mount(<PageFor session={advisor} onSignedIn={() => undefined} />, answers, { session: advisor });
    expect(location.pathname).toBe('/meine-ergebnisse');
    expect(page.root.querySelector('h1')?.textContent).toContain('Frau Berg');
  });

  it('of a page that is not for the role looks like none', async () => {
    history.replaceState(null, '', '/woche');
    const advisor = session(['advisor']);
    const page = await mount(<PageFor session={advisor} onSignedIn={() => undefined} />, {}, { session: advisor });
    expect(page.root.querySelector('h1')?.textContent).toBe('Seite nicht gefunden');
    expect(page.requests).toEqual([]);
  });
});
