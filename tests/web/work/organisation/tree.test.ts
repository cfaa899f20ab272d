import { describe, expect, it } from 'vitest';
import type { UnitLine } from '../../../../web/shared/api/types';
import { ancestors, nested, openAtFirst, type UnitNode } from '../../../../web/work/organisation/tree';

function unit(number: string, parent: string | null): UnitLine {
  return { number, name: `OE ${number}`, parent, headName: '', people: 0, peopleBelow: 0 };
}

const shape = (nodes: UnitNode[]): unknown[] => nodes.map((node) => [node.number, shape(node.children)]);

describe('The tree of units', () => {
  const units = [unit('100', null), unit('110', '100'), unit('111', '110'), unit('120', '100')];

  it('hangs each unit below its parent', () => {
    expect(shape(nested(units))).toEqual([
      [
        '100',
        [
          ['110', [['111', []]]],
          ['120', []],
        ],
      ],
    ]);
  });

  it('opens the top and the way to the chosen unit', () => {
    expect(ancestors(units, '111')).toEqual(['110', '100']);
    expect([...openAtFirst(units, null)]).toEqual(['100']);
    expect([...openAtFirst(units, '111')].sort()).toEqual(['100', '110']);
    expect([...openAtFirst(units, 'gone')]).toEqual(['100']);
  });

  it('loses nothing where units stand in a circle or below one that is not there', () => {
    const circle = [unit('1', '2'), unit('2', '1'), unit('3', '2'), unit('4', 'gone')];
    const seen = JSON.stringify(shape(nested(circle)));
    for (const each of circle) expect(seen).toContain(`"${each.number}"`);
  });
});
