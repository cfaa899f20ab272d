import { describe, expect, it } from 'vitest';
import { middle, quadrantOf } from '../../../../web/work/charts/quadrants';
import { stepTones } from '../../../../web/work/charts';

const at = (performance: number, importance: number) => ({ name: '', performance, importance });

describe('Importance × performance', () => {
  const all = [at(4.8, 0.6), at(3.2, 0.5), at(4.6, 0.1), at(3, 0.2)];

  it('parts the plane at the two means', () => {
    expect(middle(all.map((point) => point.performance))).toBeCloseTo(3.9);
    expect(all.map((point) => quadrantOf(point, all))).toEqual(['keep', 'improve', 'ease', 'watch']);
  });
});

describe('The steps of a scale', () => {
  it('go from poor over a grey middle to good', () => {
    expect(stepTones(5)).toEqual(['step-worst', 'step-poor', 'step-middle', 'step-good', 'step-best']);
    expect(stepTones(7)[3]).toBe('step-middle');
    expect(stepTones(2)).toEqual(['step-worst', 'step-best']);
  });
});
