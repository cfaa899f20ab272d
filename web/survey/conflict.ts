import { el } from './dom';
import { sayAnswer } from './question';
import type { Local } from './sheet';
import type { Texts } from './texts';
import type { Language, Question } from './types';

/** Lets the person choose between the answer of this device and the one that another has stored.
 * @param decided gets the ids of the questions whose stored answer shall count. */
export function askWhichCounts(
  questions: readonly Question[],
  local: Local,
  language: Language,
  texts: Texts,
  decided: (theirs: string[]) => void,
): void {
  const open = questions.filter((question) => question.id in local.pending);
  if (open.length === 0) {
    decided([]);
    return;
  }

  const theirs = new Set<string>();
  const option = (question: Question, isMine: boolean) => {
    const answer = (isMine ? local.pending : local.stored)[question.id];
    const label = `${sayAnswer(question, answer, language, texts)} (${isMine ? texts.here : texts.there})`;
    const change = () => void (isMine ? theirs.delete(question.id) : theirs.add(question.id));
    return el(
      'label',
      { class: 'choice' },
      el('input', { type: 'radio', name: `conflict-${question.id}`, checked: isMine, change }),
      el('span', {}, label),
    );
  };
  const done = (event: Event) => {
    event.preventDefault();
    dialog.close();
    dialog.remove();
    decided([...theirs]);
  };
  const dialog = el(
    'dialog',
    // Escape would leave it open which answer counts.
    { 'aria-labelledby': 'conflict-title', cancel: (event) => event.preventDefault() },
    el(
      'form',
      { submit: done },
      el('h2', { id: 'conflict-title' }, texts.conflictTitle),
      el('p', {}, texts.conflictText),
      ...open.map((question) =>
        el(
          'fieldset',
          {},
          el('legend', {}, question.text[language] || question.text.de),
          option(question, true),
          option(question, false),
        ),
      ),
      el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'primary' }, texts.take)),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
