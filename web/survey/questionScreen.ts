import { el } from './dom';
import { errorSummary } from './frame';
import { isGiven, journeyOf, progressOf, screensOf } from './journey';
import { type QuestionContext, renderQuestion } from './question';
import type { Texts } from './texts';
import type { Answer, Answers, Question } from './types';

export interface QuestionScreenContext extends Omit<QuestionContext, 'change' | 'takeBack'> {
  answers: () => Answers;
  sendLabel: string;
  status: HTMLElement;
  change: (id: string, answer: Answer | null) => void;
  redraw: () => void;
  /** Gets the question before, or null from the first one. */
  back: (previous: string | null) => void;
  /** Gets the question after, or null from the last one. */
  next: (next: string | null) => void;
}

/** One question with the info texts before it, and the way on. */
export function questionScreen(id: string, context: QuestionScreenContext): HTMLElement[] {
  const { questionnaire, language, texts, answers } = context;
  const { questions } = questionnaire;
  const groups = () => screensOf(questions, journeyOf(questions, answers()).path);
  const isHere = (group: Question[]) => group.some((question) => question.id === id);
  const group = groups().find(isHere) ?? [];
  const asked = group.find((question) => question.kind !== 'info');
  const neighbour = (step: number) => {
    const list = groups();
    return list[list.findIndex(isHere) + step]?.at(-1)?.id ?? null;
  };

  const next = el('button', { type: 'submit', class: 'primary' });
  const label = () => {
    next.textContent = neighbour(1) ? texts.next : context.sendLabel;
  };
  const change = (answer: Answer | null) => {
    if (asked) context.change(asked.id, answer);
    problems.replaceChildren();
    label();
  };
  const takeBack = () => {
    change(null);
    context.redraw();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const problem = asked && problemOf(asked, answers()[asked.id], texts);
    if (problem) showProblem(document, texts, problem);
    else context.next(neighbour(1));
  };

  const { number, of, isSure } = progressOf(questions, answers(), id);
  const problems = el('div', { id: 'problems' });
  label();
  return [
    el('p', { class: 'progress' }, texts.question(number, of, isSure)),
    problems,
    el(
      'form',
      { novalidate: true, submit },
      ...group
        .filter((question) => question.kind === 'info')
        .map((info) =>
          el(
            asked ? 'p' : 'h1',
            { class: 'info', tabindex: asked ? undefined : -1 },
            info.text[language] || info.text.de,
          ),
        ),
      asked && renderQuestion(asked, answers()[asked.id], { questionnaire, language, texts, change, takeBack }),
      el(
        'div',
        { class: 'buttons' },
        el('button', { type: 'button', click: () => context.back(neighbour(-1)) }, texts.back),
        next,
      ),
      context.status,
    ),
  ];
}

/** What keeps a question from being left; a level question is not left half answered. */
function problemOf(question: Question, answer: Answer | undefined, texts: Texts): string | null {
  const isHalf = question.kind === 'level' && !!answer;
  if (isGiven(question, answer) || !(question.required || isHalf)) return null;
  return question.kind === 'level' ? texts.requiredLevels : texts.required;
}

/** Says above the question what is wrong, and takes the focus there. */
export function showProblem(page: ParentNode, texts: Texts, problem: string): void {
  const field = page.querySelector<HTMLElement>('#q-first, #q-group input');
  const summary = errorSummary(texts, problem, field);
  page.querySelector('#problems')?.replaceChildren(summary);
  summary.focus();
}
