import { describe, expect, it } from 'vitest';
import { tone } from '../../../../web/work/charts/MeanRange';
import { percent, rateAxis, share, steps } from '../../../../web/work/charts/scale';

const scale = { min: 1, max: 5 };

describe('A scale', () => {
  it('places its ends, its middle, and clips what lies outside', () => {
    expect([1, 3, 5, 6, 0].map((value) => share(value, scale))).toEqual([0, 50, 100, 100, 0]);
    expect(percent(4.2, scale)).toBe('80%');
    expect(share(1, { min: 1, max: 1 })).toBe(0);
  });

  it('has its whole steps', () => {
    expect(steps(scale)).toEqual([1, 2, 3, 4, 5]);
    expect(steps({ min: 0, max: 10 })).toHaveLength(11);
  });
});

describe('The axis of rates', () => {
  it('reaches at least 50 %, then the next 10 %, never beyond 100 %', () => {
    expect(rateAxis([0.31, null])).toEqual({ min: 0, max: 0.5 });
    expect(rateAxis([0.53])).toEqual({ min: 0, max: 0.6 });
    expect(rateAxis([0.6])).toEqual({ min: 0, max: 0.6 });
    expect(rateAxis([1])).toEqual({ min: 0, max: 1 });
  });
});

describe('The tone of a mean', () => {
  it('is good in the upper quarter, poor in the lower half', () => {
    expect([4.5, 4, 3.5, 2.9].map((value) => tone(value, scale))).toEqual(['good', 'good', 'middle', 'poor']);
  });
});
