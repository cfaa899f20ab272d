import { describe, expect, it } from 'vitest';
import { journeyOf, progressOf, screensOf } from '../../../web/survey/journey';
import type { Answers, Question } from '../../../web/survey/types';
import vectors from '../../fixtures/journeys.json';

const surveys = vectors.surveys as unknown as Record<string, Question[]>;

describe('the journey is the same here as on the server', () => {
  it.each(vectors.journeys)('$survey: $name', ({ survey, answers, path, next, complete, offPath }) => {
    expect(journeyOf(surveys[survey] ?? [], answers as Answers)).toEqual({
      path,
      next: next ?? null,
      complete,
      offPath,
    });
  });
});

describe('screens and progress', () => {
  const questions = (surveys.plain ?? []) as Question[];

  it('shows info texts together with the question that follows', () => {
    const screens = screensOf(questions, journeyOf(questions, {}).path);
    expect(screens.map((screen) => screen.map((question) => question.id))).toEqual([['hello', 'a'], ['b'], ['c']]);
  });

  it('counts questions, not info texts', () => {
    expect(progressOf(questions, {}, 'b')).toEqual({
      number: 2,
      of: 3,
      isSure: true,
    });
  });

  it('is not sure of the number while an open question ahead decides the way', () => {
    const branching = (surveys.recommend ?? []) as Question[];
    expect(progressOf(branching, {}, 'csat').isSure).toBe(false);
    expect(progressOf(branching, { nps: { score: 9 } }, 'csat').isSure).toBe(true);
  });
});
