import { describe, expect, it } from 'vitest';
import { corner, webOf } from '../../../../web/work/charts/radar';

const spoke = (current: number | null, desired: number | null = 7) => ({ name: '', current, desired });

describe('A web', () => {
  it('begins at the top and goes on clockwise', () => {
    expect(corner(0, 4, 1)).toEqual([0, -100]);
    expect(corner(1, 4, 0.5)).toEqual([50, -0]);
  });

  it('is closed where every level is known', () => {
    const spokes = [spoke(7), spoke(3.5), spoke(7), spoke(7)];
    expect(webOf(spokes, 7, 'current').path).toBe('M0 -100L50 0L0 100L-100 0Z');
    expect(webOf(spokes, 7, 'desired').corners).toHaveLength(4);
  });

  it('is open where a level is missing: nobody invents one', () => {
    const { corners, path } = webOf([spoke(7), spoke(null), spoke(7), spoke(7)], 7, 'current');
    expect(corners).toHaveLength(3);
    expect(path).toBe('M0 100L-100 0M-100 0L0 -100');
  });
});
