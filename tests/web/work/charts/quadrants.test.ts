import { describe, expect, it } from 'vitest';
import { labelSides, middle, quadrantOf } from '../../../../web/work/charts/quadrants';
import { stepTones } from '../../../../web/work/charts';

const at = (performance: number, importance: number) => ({ name: '', performance, importance });

describe('Importance × performance', () => {
  const all = [at(4.8, 0.6), at(3.2, 0.5), at(4.6, 0.1), at(3, 0.2)];

  it('parts the plane at the two means', () => {
    expect(middle(all.map((point) => point.performance))).toBeCloseTo(3.9);
    expect(all.map((point) => quadrantOf(point, all))).toEqual(['keep', 'improve', 'ease', 'watch']);
  });
});

describe('The numbers beside the points', () => {
  it('stand to the right where there is room', () => {
    expect(
      labelSides([
        [0.2, 0.2],
        [0.8, 0.8],
      ]),
    ).toEqual(['right', 'right']);
  });

  it('keep off a point that lies beside, also on a phone', () => {
    // 2 and 4, 5 and 6 of a report: at the same height, a few px apart.
    const close: [number, number][] = [
      [0.5, 0.5],
      [0.58, 0.5],
    ];
    expect(labelSides(close)).toEqual(['left', 'right']);
  });
});

describe('The steps of a scale', () => {
  it('go from poor over a grey middle to good', () => {
    expect(stepTones(5)).toEqual(['step-worst', 'step-poor', 'step-middle', 'step-good', 'step-best']);
    expect(stepTones(7)[3]).toBe('step-middle');
    expect(stepTones(2)).toEqual(['step-worst', 'step-best']);
  });
});
