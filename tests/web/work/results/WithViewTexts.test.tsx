// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../../../../web/shared/formats';
import { fetchViewTexts } from '../../../../web/shared/texts/viewTexts';
import { useWords, WordsContext } from '../../../../web/work/frame/context';
import { WithViewTexts } from '../../../../web/work/results/views/WithViewTexts';
import { mount, unmount } from '../mounted';

afterEach(unmount);

function Page() {
  const words = useWords();
  const [language, setLanguage] = useState<Language>('de');
  return (
    <WordsContext.Provider value={{ ...words, language }}>
      <button type="button" onClick={() => setLanguage(language === 'de' ? 'en' : 'de')}>
        {language}
      </button>
      <WithViewTexts>
        {(v) => (
          <>
            <h1>{v.slice.names.fields}</h1>
            <input />
          </>
        )}
      </WithViewTexts>
    </WordsContext.Provider>
  );
}

const title = (root: HTMLElement) => root.querySelector('h1')?.textContent;

describe('The texts of the results', () => {
  // First: the English ones are still to be fetched.
  it('are those that were chosen last, however fast', async () => {
    const { root, after, button } = await mount(<Page />);
    await after(() => button('de').click());
    await after(() => button('en').click());
    await after(() => fetchViewTexts('en'));
    expect(title(root)).toBe('Geschäftsfelder');
  });

  it('follow the language, and nothing that was typed is lost meanwhile', async () => {
    const { root, after, button } = await mount(<Page />);
    const field = root.querySelector('input');
    if (field) field.value = 'Filiale';
    await after(() => button('de').click());
    await vi.waitFor(() => expect(title(root)).toBe('Business fields'));
    expect(root.querySelector('input')?.value).toBe('Filiale');
  });
});
