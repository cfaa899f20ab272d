import { el } from './dom';
import type { Texts } from './texts';
import type { Answer, Language, Localized, Question, Questionnaire } from './types';

export interface QuestionContext {
  questionnaire: Questionnaire;
  language: Language;
  texts: Texts;
  change: (answer: Answer | null) => void;
  /** Removes the answer and shows the question afresh. */
  takeBack: () => void;
}

/** A scale from `min` to `max` with what its ends mean. */
interface Scale {
  min: number;
  max: number;
  ends: [string, string];
}

const longestText = 4000;

/** A question as a native group of controls; ids begin with `q-`, the first control is `q-first`. */
export function renderQuestion(question: Question, answer: Answer | undefined, context: QuestionContext): HTMLElement {
  const { language, texts } = context;
  const say = (text: Localized) => text[language] || text.de;
  const heading = el('h1', { id: 'q-heading', tabindex: -1 }, say(question.text));
  const help = hintOf(question, context);
  if (question.kind === 'freeText') return textField(heading, help, answer, context);

  const clear =
    !question.required &&
    el(
      'button',
      { type: 'button', class: 'quiet', id: 'q-clear', hidden: !answer, click: () => context.takeBack() },
      texts.takeBack,
    );
  return el(
    'fieldset',
    { id: 'q-group', 'aria-describedby': help ? 'q-help' : undefined },
    el('legend', {}, heading),
    help,
    ...controls(question, answer, { ...context, change: keep }),
    clear,
  );

  function keep(next: Answer | null): void {
    if (clear) clear.hidden = !next;
    context.change(next);
  }
}

function controls(question: Question, answer: Answer | undefined, context: QuestionContext): HTMLElement[] {
  const { language, texts, change } = context;
  const scale = scaleOf(question, context);
  if (question.kind === 'level') return levels(question, answer, context);
  if (scale) {
    const tiles = radios('score', scale, answer?.score, (score) => change({ score }));
    const cannot = question.kind === 'rating' && [
      choice('radio', 'score', 'cannot', texts.cannotJudge, !!answer?.cannotJudge, () => change({ cannotJudge: true })),
    ];
    return [tiles, ...(cannot || [])];
  }
  const isMultiple = question.kind === 'multipleChoice';
  const chosen = new Set(answer?.choices);
  return (question.choices ?? []).map(({ id, text }, index) =>
    choice(
      isMultiple ? 'checkbox' : 'radio',
      'choice',
      index === 0 ? 'first' : id,
      text[language] || text.de,
      chosen.has(id),
      (on) => {
        if (!isMultiple) chosen.clear();
        if (on) chosen.add(id);
        else chosen.delete(id);
        change(chosen.size > 0 ? { choices: [...chosen] } : null);
      },
    ),
  );
}

/** The steps of a score question; null if it takes none. */
export function scaleOf(question: Question, { questionnaire, language, texts }: QuestionContext): Scale | null {
  const { ratingScale: own } = questionnaire;
  const pair = ([low = '', high = '']: string[]): [string, string] => [low, high];
  switch (question.kind) {
    case 'rating':
      return {
        min: own.min,
        max: own.max,
        ends: [own.minLabel[language] || own.minLabel.de, own.maxLabel[language] || own.maxLabel.de],
      };
    case 'nps':
      return { min: 0, max: 10, ends: pair(texts.nps) };
    case 'csat':
      return { min: 1, max: 5, ends: pair(texts.csat) };
    default:
      return null;
  }
}

/** What an answer says, in words: for the choice between two devices. */
export function sayAnswer(
  question: Question,
  answer: Answer | null | undefined,
  language: Language,
  texts: Texts,
): string {
  if (!answer) return texts.noAnswer;
  if (answer.cannotJudge) return texts.cannotJudge;
  if (answer.text) return answer.text;
  if (answer.choices) {
    return answer.choices.map((id) => question.choices?.find((c) => c.id === id)?.text[language] ?? id).join(', ');
  }
  if (question.kind === 'level') {
    return `${texts.levelNow}: ${answer.score ?? '–'}, ${texts.levelWanted}: ${answer.desired ?? '–'}`;
  }
  return String(answer.score);
}

function hintOf(question: Question, { language, texts }: QuestionContext): HTMLElement | false {
  const own = question.help && (question.help[language] || question.help.de);
  const parts = [
    own,
    question.kind === 'multipleChoice' && texts.several,
    question.kind === 'freeText' && texts.noSecrets,
  ];
  const hint = parts.filter(Boolean).join(' ');
  return hint !== '' && el('p', { id: 'q-help', class: 'hint' }, hint);
}

function textField(
  heading: HTMLElement,
  help: HTMLElement | false,
  answer: Answer | undefined,
  { change }: QuestionContext,
): HTMLElement {
  const field = el('textarea', {
    id: 'q-first',
    rows: 5,
    maxlength: longestText,
    'aria-labelledby': 'q-heading',
    'aria-describedby': help ? 'q-help' : undefined,
    input: () => change(field.value.trim() ? { text: field.value } : null),
  });
  field.value = answer?.text ?? '';
  return el('div', { class: 'group', id: 'q-group' }, heading, help, field);
}

/** Tiles side by side, the lowest first. The ends say what they mean, also to who hears them. */
function radios(
  name: string,
  { min, max, ends }: Scale,
  value: number | undefined,
  change: (score: number) => void,
  label?: (step: number) => string,
): HTMLElement {
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const tiles = steps.map((step) => {
    const meaning = label?.(step) ?? (step === min ? ends[0] : step === max ? ends[1] : '');
    const input = el('input', {
      type: 'radio',
      name,
      value: step,
      id: name === 'score' && step === min ? 'q-first' : `q-${name}-${step}`,
      change: () => change(step),
      'aria-label': meaning ? `${step}, ${meaning}` : undefined,
    });
    input.checked = value === step;
    return el('label', { class: 'tile' }, input, el('span', {}, String(step)));
  });
  return el(
    'div',
    { class: steps.length > 7 ? 'scale long' : 'scale' },
    el('div', { class: 'tiles' }, ...tiles),
    ends[0] !== '' &&
      el('div', { class: 'ends', 'aria-hidden': 'true' }, el('span', {}, ends[0]), el('span', {}, ends[1])),
  );
}

function choice(
  type: 'radio' | 'checkbox',
  name: string,
  id: string,
  label: string,
  checked: boolean,
  change: (on: boolean) => void,
): HTMLElement {
  const input = el('input', { type, name, id: `q-${id}`, change: () => change(input.checked) });
  input.checked = checked;
  return el('label', { class: 'choice' }, input, el('span', {}, label));
}

/** Seven anchored levels, twice: how it is, and how it should be. */
function levels(
  question: Question,
  answer: Answer | undefined,
  { language, texts, change }: QuestionContext,
): HTMLElement[] {
  const anchors = (question.anchors ?? []).map((anchor) => anchor[language] || anchor.de);
  const now: Answer = { ...answer };
  const row = (name: 'score' | 'desired', title: string) =>
    el(
      'fieldset',
      { class: 'row' },
      el('legend', {}, title),
      radios(
        name,
        { min: 1, max: 7, ends: ['', ''] },
        now[name],
        (step) => {
          now[name] = step;
          change({ ...now });
        },
        (step) => anchors[step - 1] ?? '',
      ),
    );
  return [
    el('ol', { class: 'anchors' }, ...anchors.map((anchor) => el('li', {}, anchor))),
    row('score', texts.levelNow),
    row('desired', texts.levelWanted),
  ];
}
