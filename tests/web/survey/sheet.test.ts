import { describe, expect, it } from 'vitest';
import { acknowledged, answersOf, changed, conflicted, dropped, type Local, same } from '../../../web/survey/sheet';

const empty: Local = { revision: 0, stored: {}, pending: {} };
const sheet = {
  version: 1,
  hasUnsentChanges: false,
  callbackRequested: false,
  reviewLinks: [],
};

describe('the local sheet', () => {
  it('shows what is pending over what is stored', () => {
    const local = changed({ ...empty, stored: { a: { score: 1 }, b: { score: 2 } } }, 'a', null);
    expect(answersOf(changed(local, 'b', { score: 3 }))).toEqual({
      b: { score: 3 },
    });
  });

  it('has nothing to send once an answer is again what is stored', () => {
    const stored = { ...empty, stored: { a: { score: 1 } } };
    expect(changed(changed(stored, 'a', { score: 2 }), 'a', { score: 1 }).pending).toEqual({});
  });

  it('keeps what was changed again while the request was under way', () => {
    const first = changed(empty, 'a', { score: 1 });
    const second = changed(first, 'a', { score: 2 });
    expect(acknowledged(second, first.pending, 1)).toEqual({
      revision: 1,
      stored: { a: { score: 1 } },
      pending: { a: { score: 2 } },
    });
  });

  it('takes over the answers of another device', () => {
    const local = changed(empty, 'a', { score: 1 });
    const answers = { a: { score: 1 }, b: { score: 5 } };
    expect(acknowledged(local, local.pending, 4, { ...sheet, revision: 4, answers })).toEqual({
      revision: 4,
      stored: answers,
      pending: {},
    });
  });

  it('keeps the own answers of a conflict until the person has chosen', () => {
    const local = changed(changed(empty, 'a', { score: 1 }), 'b', {
      text: 'gut',
    });
    const conflict = conflicted(local, {
      ...sheet,
      revision: 2,
      answers: { a: { score: 5 } },
    });
    expect(conflict).toEqual({
      revision: 2,
      stored: { a: { score: 5 } },
      pending: { a: { score: 1 }, b: { text: 'gut' } },
    });
    expect(answersOf(dropped(conflict, ['a']))).toEqual({
      a: { score: 5 },
      b: { text: 'gut' },
    });
  });

  it('does not mind the order of choices', () => {
    expect(same({ choices: ['x', 'y'] }, { choices: ['y', 'x'] })).toBe(true);
    expect(same({ choices: ['x'] }, null)).toBe(false);
  });
});
