import { describe, expect, it } from 'vitest';
import { presentStates, rejectedCount } from '../../../../web/work/imports/counts';

describe('Rows by state', () => {
  it('are listed in a fixed order, without empty states', () => {
    expect(presentStates({ invalid: 1, ready: 39, quarantine: 4, duplicate: 0 })).toEqual([
      ['ready', 39],
      ['quarantine', 4],
      ['invalid', 1],
    ]);
  });

  it('that come back as CSV are those that are neither ready nor invited nor withdrawn', () => {
    expect(
      rejectedCount({
        ready: 39,
        invited: 3,
        withdrawn: 2,
        quarantine: 4,
        invalid: 1,
      }),
    ).toBe(5);
  });
});
