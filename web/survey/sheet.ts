import type { Answer, Answers, Sheet } from './types';

/** What this device knows: what is stored, and what it has changed and not yet brought there. */
export interface Local {
  revision: number;
  stored: Answers;
  /** Null: the answer was taken back. */
  pending: Record<string, Answer | null>;
}

export const localOf = (sheet: Sheet): Local => ({ revision: sheet.revision, stored: sheet.answers, pending: {} });

/** The answers as the person sees them here. */
export function answersOf({ stored, pending }: Local): Answers {
  const answers = { ...stored };
  for (const [id, answer] of Object.entries(pending)) {
    if (answer) answers[id] = answer;
    else delete answers[id];
  }
  return answers;
}

export function changed(local: Local, id: string, answer: Answer | null): Local {
  const pending = { ...local.pending, [id]: answer };
  if (same(local.stored[id] ?? null, answer)) delete pending[id];
  return { ...local, pending };
}

/** The server has taken `sent`: what was changed again in the meantime stays pending. */
export function acknowledged(local: Local, sent: Local['pending'], revision: number, sheet?: Sheet): Local {
  const stored = sheet ? sheet.answers : answersOf({ ...local, pending: sent });
  return withStored(local, stored, revision, (id, answer) => sent[id] === answer);
}

/** Another device has changed some of the same answers: what is stored is taken over, the own changes stay pending
 * until the person has chosen. */
export function conflicted(local: Local, sheet: Sheet): Local {
  return withStored(local, sheet.answers, sheet.revision, () => false);
}

/** The person prefers what is stored. */
export function dropped(local: Local, ids: readonly string[]): Local {
  return withStored(local, local.stored, local.revision, (id) => ids.includes(id));
}

export function same(one: Answer | null, other: Answer | null): boolean {
  if (!one || !other) return one === other;
  const choices = (answer: Answer) => [...(answer.choices ?? [])].sort().join(' ');
  return (
    one.score === other.score &&
    one.desired === other.desired &&
    (one.text ?? '').trim() === (other.text ?? '').trim() &&
    !!one.cannotJudge === !!other.cannotJudge &&
    choices(one) === choices(other)
  );
}

function withStored(
  local: Local,
  stored: Answers,
  revision: number,
  isDone: (id: string, answer: Answer | null) => boolean,
): Local {
  const open = Object.entries(local.pending).filter(
    ([id, answer]) => !isDone(id, answer) && !same(stored[id] ?? null, answer),
  );
  return { revision, stored, pending: Object.fromEntries(open) };
}
