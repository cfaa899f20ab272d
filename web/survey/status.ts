import { el } from './dom';
import type { Problem } from './api';
import type { SaveState } from './saver';
import type { Texts } from './texts';

/** The line that says whether the answers are stored; read aloud when it changes. */
export function statusLine() {
  const element = el('p', { role: 'status', class: 'status' });
  return {
    element,
    say(state: SaveState, texts: Texts, fromElsewhere = false, problem?: Problem): void {
      const words: Partial<Record<SaveState, string>> = {
        saving: texts.saving,
        saved: fromElsewhere ? texts.elsewhere : texts.saved,
        // The server has answered: the connection is not to blame.
        unreachable: problem?.status ? texts.unavailable : texts.unreachable,
      };
      element.textContent = words[state] ?? '';
      element.classList.toggle('warning', state === 'unreachable');
    },
  };
}
