import { describe, expect, it } from 'vitest';
import { repeats, spread, together } from '../../../../web/work/return/funnel';
import { returnWeek } from '../examples';

describe('All weeks together', () => {
  it('add persons up and never average rates', () => {
    const total = together([
      returnWeek({ sent: 10, bounced: 0, answered: 10, rate: 1 }),
      returnWeek({ sent: 90, bounced: 0, answered: 0, rate: 0 }),
    ]);
    expect(total.sent).toBe(100);
    expect(total.rate).toBe(0.1);
  });

  it('have no rate where nothing was delivered', () => {
    expect(together([returnWeek({ sent: 2, bounced: 2, answered: 0 })]).rate).toBeNull();
    expect(together([]).rate).toBeNull();
  });

  it('do not know what one week does not know', () => {
    const old = returnWeek({ opened: null, started: null, declined: null });
    expect(together([returnWeek(), old])).toMatchObject({ sent: 90, opened: null, declined: null });
  });
});

describe('A week is named with its year', () => {
  const weeks = (...names: string[]) => names.map((week) => returnWeek({ week }));

  it('only where its number occurs twice', () => {
    expect(repeats(weeks('2026-W02', '2025-W52', '2025-W51'))).toBe(false);
    expect(repeats(weeks('2026-W46', '2026-W45', '2025-W46'))).toBe(true);
  });
});

describe('The sentence of the chart', () => {
  it('speaks of finished weeks only', () => {
    const weeks = [
      returnWeek({ week: '2026-W45', rate: 0.9, running: true }),
      returnWeek({ week: '2026-W43', rate: 0.38 }),
      returnWeek({ week: '2026-W42', rate: 0.3 }),
    ];
    expect(spread(weeks)).toMatchObject({
      best: [{ week: '2026-W43' }],
      low: 0.3,
      high: 0.38,
    });
  });

  it('names every week that is shown as the highest', () => {
    const weeks = [
      returnWeek({ week: '2026-W43', rate: 0.386 }),
      returnWeek({ week: '2026-W42', rate: 0.3 }),
      returnWeek({ week: '2026-W41', rate: 0.394 }),
    ];
    expect(spread(weeks)?.best.map(({ week }) => week)).toEqual(['2026-W43', '2026-W41']);
  });

  it('is left out before any week is finished', () => {
    expect(spread([returnWeek({ running: true }), returnWeek({ rate: null })])).toBeNull();
  });
});
