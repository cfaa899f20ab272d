// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { viewTexts } from '../../../../web/shared/texts/de/viewTexts';
import { WithViewTexts } from '../../../../web/work/results/views/WithViewTexts';
import { mount, unmount } from '../mounted';

let asked = 0;

/** They arrive, fetched ahead by somebody else, between drawing the page without them and looking for them. */
vi.mock('../../../../web/shared/texts/viewTexts', () => ({
  knownViewTexts: () => (asked++ === 0 ? null : viewTexts),
  fetchViewTexts: () => Promise.resolve(viewTexts),
}));

afterEach(unmount);

describe('Texts that arrive just after the page was drawn', () => {
  it('are shown', async () => {
    const { root } = await mount(<WithViewTexts>{(v) => <h1>{v.slice.names.fields}</h1>}</WithViewTexts>);
    expect(root.querySelector('h1')?.textContent).toBe('Geschäftsfelder');
  });
});
