import { describe, expect, it } from 'vitest';
import type { CommentView } from '../../../../web/shared/api/types';
import { splitFigure } from '../../../../web/work/results/KeyFigures';
import {
  arrivals,
  distributionText,
  extremes,
  greeting,
  largestGap,
  opening,
  praiseFirst,
  shownAs,
  shownLines,
} from '../../../../web/work/results/results';
import { figure, ownResults, scoreLine } from '../examples';

const comment = (id: string, praise: boolean): CommentView => ({
  id,
  text: id,
  question: '',
  on: null,
  from: null,
  nps: null,
  surveyName: '',
  praise,
});
const ids = (comments: CommentView[]) => comments.map((each) => each.id);

describe('Comments', () => {
  it('begin with praise and keep their order otherwise', () => {
    const all = [comment('a', false), comment('b', true), comment('c', false), comment('d', true)];
    expect(ids(praiseFirst(all))).toEqual(['b', 'd', 'a', 'c']);
  });

  it('open with praise alone, three at most, or with the first comment if there is none', () => {
    expect(ids(opening(['a', 'b', 'c', 'd'].map((id) => comment(id, true))))).toEqual(['a', 'b', 'c']);
    expect(ids(opening([comment('a', false), comment('b', true)]))).toEqual(['b']);
    expect(ids(opening([comment('a', false), comment('b', false)]))).toEqual(['a']);
    expect(opening([])).toEqual([]);
  });
});

describe('The largest gap', () => {
  it('is the marked one furthest from zero, in either direction', () => {
    const lines = [
      scoreLine('a', { gap: 0.9, gapMarked: true }),
      scoreLine('b', { gap: -1.2, gapMarked: true }),
      scoreLine('c', { gap: 2, gapMarked: false }),
    ];
    expect(largestGap(lines)?.id).toBe('b');
  });

  it('is none where no gap is marked', () => {
    expect(largestGap([scoreLine('c', { gap: 0.4 })])).toBeNull();
  });
});

describe('Score lines', () => {
  const withheld = scoreLine('w', { figure: figure({ missing: 2 }) });

  it('are shown with answers, with a self-image, or while answers are still wanting', () => {
    const lines = [scoreLine('a'), scoreLine('none', { figure: figure() }), withheld];
    expect(shownLines(lines).map((line) => line.id)).toEqual(['a', 'w']);
  });

  it('name the best and the least only among those with a mean', () => {
    const low = scoreLine('low', { figure: figure({ n: 5, value: 2 }) });
    expect(extremes([scoreLine('a'), low, withheld])).toMatchObject({
      best: { id: 'a' },
      worst: { id: 'low' },
    });
    expect(extremes([scoreLine('a'), withheld])).toBeNull();
  });

  it('leave the order open where the intervals overlap', () => {
    const near = scoreLine('near', {
      figure: figure({ n: 5, value: 3.7, low: 3.5, high: 3.9 }),
    });
    const far = scoreLine('far', {
      figure: figure({ n: 5, value: 2, low: 1.7, high: 2.3 }),
    });
    expect(extremes([scoreLine('a'), near])?.open).toBe(true);
    expect(extremes([scoreLine('a'), far])?.open).toBe(false);
  });

  it('say whether a figure is shown, withheld or not there', () => {
    expect(shownAs(figure({ n: 5, value: 0 }))).toBe('figure');
    expect(shownAs(figure({ missing: 2 }))).toBe('withheld');
    expect(shownAs(figure())).toBe('none');
  });

  it('write their distribution step by step', () => {
    expect(distributionText([0, 2, 31], 1)).toBe('1: 0, 2: 2, 3: 31');
  });
});

describe('A figure', () => {
  it('falls into a large and a small part', () => {
    expect(splitFigure('+54\u00a0±\u00a019')).toEqual(['+54', '±\u00a019']);
    expect(splitFigure('37\u00a0% (23\u00a0bis\u00a050\u00a0%)')).toEqual([
      '37\u00a0%',
      '(23\u00a0bis\u00a050\u00a0%)',
    ]);
    expect(splitFigure('4,5')).toEqual(['4,5', '']);
  });
});

describe('New answers', () => {
  it('are counted from what was shown before', () => {
    expect(arrivals(null, ownResults())).toBe(0);
    expect(arrivals(ownResults(), ownResults({ answers: 43 }))).toBe(2);
    expect(arrivals(ownResults(), ownResults({ answers: 40 }))).toBe(0);
  });
});

describe('The greeting', () => {
  it.each([
    [7, 'morning'],
    [11, 'day'],
    [17, 'day'],
    [18, 'evening'],
    [2, 'evening'],
  ])('at %i o’clock is for the %s', (hour, expected) => {
    expect(greeting(hour)).toBe(expected);
  });
});
