/** A component of the staff's pages in a document, with texts, formats and an API that answers from a table. */
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { Api } from '../../../web/shared/api/client';
import type { Session } from '../../../web/shared/api/types';
import { createFormats, type Language } from '../../../web/shared/formats';
import { texts } from '../../../web/shared/texts/texts';
import { fetchViewTexts } from '../../../web/shared/texts/viewTexts';
import { ApiContext, SessionContext, WordsContext } from '../../../web/work/frame/context';

/** By "METHOD path". */
export type Answers = Record<string, unknown>;

/** A different answer each time; the last one stays. */
export class InTurn {
  private readonly answers: unknown[];

  constructor(...answers: unknown[]) {
    this.answers = answers;
  }

  next(): unknown {
    return this.answers.length > 1 ? this.answers.shift() : this.answers[0];
  }
}

export interface Mounted {
  root: HTMLElement;
  /** "METHOD path" of every request, in order, followed by what was looked for, in brackets. */
  requests: string[];
  /** Does something and waits until everything that follows from it is on the page. */
  after: (action?: () => void) => Promise<void>;
  button: (name: string) => HTMLButtonElement;
}

export async function mount(
  content: ComponentChild,
  answers: Answers = {},
  { language = 'de', session = null }: { language?: Language; session?: Session | null } = {},
): Promise<Mounted> {
  const requests: string[] = [];
  const fake: typeof fetch = async (path, init) => {
    const key = `${init?.method ?? 'GET'} ${path}`;
    const words = new Headers(init?.headers).get('X-See360-Search');
    requests.push(words === null ? key : `${key} [${decodeURIComponent(words)}]`);
    const known = answers[key];
    const answer = known instanceof InTurn ? known.next() : known;
    if (answer === undefined) throw new Error(`No answer for ${key}`);
    return answer instanceof Response ? answer.clone() : new Response(JSON.stringify(answer));
  };
  const api = new Api({ language: () => language, fetch: fake });
  const words = {
    language,
    setLanguage: () => undefined,
    t: texts[language],
    f: createFormats(language, 'Europe/Berlin'),
  };
  document.documentElement.lang = language;
  document.body.replaceChildren();
  const root = document.createElement('main');
  const region = document.createElement('p');
  region.id = 'announcements';
  document.body.append(root, region);

  const after = async (action: () => void = () => undefined) => {
    await act(action);
    // Every answer is there already: what lies between request and page only needs its turns of the event loop.
    for (let turn = 0; turn < 4; turn++) await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  };
  // Fetched ahead, as in the browser.
  await fetchViewTexts(language);
  await after(() =>
    render(
      <WordsContext.Provider value={words}>
        <ApiContext.Provider value={api}>
          <SessionContext.Provider value={session}>{content}</SessionContext.Provider>
        </ApiContext.Provider>
      </WordsContext.Provider>,
      root,
    ),
  );

  const button = (name: string) => {
    const found = [...root.querySelectorAll('button')].find((each) => each.textContent?.trim() === name);
    if (!found) throw new Error(`No button "${name}" on the page.`);
    return found;
  };
  return { root, requests, after, button };
}

export function unmount(): void {
  const root = document.querySelector('main');
  if (root) render(null, root);
}

/** What axe finds against WCAG 2.2 A and AA, as "rule: element". Colours need a browser: the pages are checked there. */
export async function violations(root: HTMLElement): Promise<string[]> {
  const result = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return result.violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html}`));
}
