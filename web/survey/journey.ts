import type { Answer, Answers, Branch, Question } from './types';

/** The way through the questionnaire that the answers make: the server's rules, word for word
 * (functions/See360.Core/Responses/Journey.cs; vectors for both in tests/fixtures/journeys.json). */
export interface Journey {
  path: string[];
  /** The first question that waits for an answer. */
  next: string | null;
  complete: boolean;
  offPath: string[];
}

export function journeyOf(questions: readonly Question[], answers: Answers): Journey {
  const path: string[] = [];
  let next: string | null = null;
  let complete = true;
  for (let index = 0; index < questions.length;) {
    const question = questions[index] as Question;
    const answer = answers[question.id];
    path.push(question.id);
    if (question.kind !== 'info' && !isGiven(question, answer)) {
      next ??= question.id;
      complete &&= !question.required;
    }
    index = following(questions, index, answer);
  }
  const offPath = Object.keys(answers).filter((id) => !path.includes(id));
  return { path, next, complete, offPath: offPath.sort() };
}

/** True if the question has its answer; a level question wants both levels. */
export function isGiven(question: Question, answer: Answer | null | undefined): boolean {
  if (!answer) return false;
  if (question.kind === 'level') return answer.score !== undefined && answer.desired !== undefined;
  return answer.score !== undefined || answer.cannotJudge === true || !!answer.choices?.length || !!answer.text?.trim();
}

/** A screen shows one question, with the info texts that stand before it. */
export function screensOf(questions: readonly Question[], path: readonly string[]): Question[][] {
  const screens: Question[][] = [];
  let screen: Question[] = [];
  for (const question of questions.filter((q) => path.includes(q.id))) {
    screen.push(question);
    if (question.kind !== 'info') {
      screens.push(screen);
      screen = [];
    }
  }
  return screen.length > 0 ? [...screens, screen] : screens;
}

/** "Question `number` of `of`"; `isSure` is false while an open question ahead may change the way. */
export function progressOf(
  questions: readonly Question[],
  answers: Answers,
  id: string,
): { number: number; of: number; isSure: boolean } {
  const asked = questions.filter((q) => q.kind !== 'info' && journeyOf(questions, answers).path.includes(q.id));
  const number = Math.max(1, asked.findIndex((q) => q.id === id) + 1);
  const isSure = asked.slice(number - 1).every((q) => !q.branches?.some(isConditional) || isGiven(q, answers[q.id]));
  return { number, of: asked.length, isSure };
}

function following(questions: readonly Question[], index: number, answer: Answer | undefined): number {
  const branch = questions[index]?.branches?.find((b) => fits(b, answer));
  if (!branch) return index + 1;
  if (branch.goTo === 'end') return questions.length;
  const target = questions.findIndex((q, i) => i > index && q.id === branch.goTo);
  return target < 0 ? index + 1 : target;
}

function isConditional(branch: Branch): boolean {
  return (
    branch.minScore !== undefined ||
    branch.maxScore !== undefined ||
    branch.anyChoice !== undefined ||
    branch.cannotJudge !== undefined
  );
}

function fits(branch: Branch, answer: Answer | undefined): boolean {
  if (!isConditional(branch)) return true;
  if (!answer) return false;
  const { minScore, maxScore, anyChoice, cannotJudge } = branch;
  return (
    (minScore === undefined || (answer.score !== undefined && answer.score >= minScore)) &&
    (maxScore === undefined || (answer.score !== undefined && answer.score <= maxScore)) &&
    (anyChoice === undefined || !!answer.choices?.some((choice) => anyChoice.includes(choice))) &&
    (cannotJudge === undefined || (answer.cannotJudge ?? false) === cannotJudge)
  );
}
