import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../web/shared/api/types';
import { createFormats, mondayOf, weekOf } from '../../../web/shared/formats';

const de = createFormats('de', 'Europe/Berlin');
const en = createFormats('en', 'Europe/Berlin');
const figure = (part: Partial<Figure>): Figure => ({
  n: 41,
  value: null,
  margin: null,
  low: null,
  high: null,
  missing: 0,
  ...part,
});
/** Non-breaking spaces as plain ones, to read the expectations. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('Figures', () => {
  it('print a mean with its interval', () => {
    expect(plain(de.meanFigure(figure({ value: 4.32, margin: 0.21 })))).toBe('4,3 ± 0,2');
    expect(plain(en.meanFigure(figure({ value: 4.32, margin: 0.21 })))).toBe('4.3 ± 0.2');
  });

  it('print both ends where the interval is not symmetrical', () => {
    expect(plain(de.meanFigure(figure({ value: 4.9, low: 4.4, high: 5 })))).toBe('4,9 (4,4 bis 5,0)');
  });

  it('print both ends where ± would reach far beyond the scale', () => {
    expect(plain(de.meanFigure(figure({ n: 2, value: 3, margin: 12.7, low: 1, high: 5 })))).toBe('3,0 (1,0 bis 5,0)');
    expect(plain(de.meanFigure(figure({ value: 4.8, margin: 0.3, low: 4.5, high: 5 })))).toBe('4,8 ± 0,3');
  });

  it('never print an interval as nothing', () => {
    expect(plain(de.meanFigure(figure({ n: 7465, value: 4, margin: 0.03 })))).toBe('4,0 ± <0,1');
    expect(plain(de.npsFigure(figure({ n: 90_000, value: 37, margin: 0.4 })))).toBe('+37 ± <1');
  });

  it('print an interval from end to end', () => {
    expect(plain(de.npsRange(figure({ value: 54, low: 35, high: 73 })))).toBe('+35 bis +73');
    expect(plain(en.meanRange(figure({ value: 4.3, low: 4.1, high: 4.5 })))).toBe('4.1 to 4.5');
    expect(plain(de.npsRange(figure({ value: 3, low: -5, high: 12 })))).toBe('−5 bis +12');
    expect(de.shareRange(figure({}))).toBe('');
  });

  it('print the NPS whole and with its sign', () => {
    expect(plain(de.npsFigure(figure({ value: 54.2, margin: 19.4 })))).toBe('+54 ± 19');
    expect(plain(de.npsFigure(figure({ value: -12, margin: 24.2 })))).toBe('−12 ± 24');
    expect(plain(de.nps(0))).toBe('0');
  });

  it('print shares without decimals', () => {
    expect(plain(de.shareFigure(figure({ value: 0.3556, low: 0.2322, high: 0.5016 })))).toBe('36 % (23 bis 50 %)');
    expect(plain(en.shareFigure(figure({ value: 0.3556, low: 0.2322, high: 0.5016 })))).toBe('36% (23 to 50%)');
  });

  it('print nothing while withheld', () => {
    expect(de.meanFigure(figure({ missing: 2 }))).toBe('');
    expect(de.shareFigure(figure({ missing: 2 }))).toBe('');
  });
});

describe('Dates', () => {
  it('are written as the house writes them', () => {
    expect(plain(de.day('2026-11-09'))).toBe('Mo, 9. Nov. 2026');
    expect(plain(de.dayPlain('2026-11-05'))).toBe('5. Nov. 2026');
  });

  it('of instants are those of the institute, not of the browser', () => {
    expect(plain(de.instant('2026-11-08T23:30:00Z'))).toBe('Mo, 9. Nov. 2026, 00:30');
    expect(plain(createFormats('de', 'UTC').instant('2026-11-08T23:30:00Z'))).toBe('So, 8. Nov. 2026, 23:30');
  });
});

describe('Weeks', () => {
  it('have their number, and their year if asked for', () => {
    expect(plain(de.week('2026-W46'))).toBe('KW 46');
    expect(plain(de.week('2026-W05', true))).toBe('KW 5/2026');
    expect(plain(en.week('2026-W46'))).toBe('Week 46');
  });

  it.each([
    ['2026-W46', '2026-11-09'],
    ['2026-W01', '2025-12-29'],
    ['2020-W53', '2020-12-28'],
    ['2027-W01', '2027-01-04'],
  ])('%s begins on %s', (week, monday) => {
    expect(mondayOf(week).toISOString().slice(0, 10)).toBe(monday);
  });

  it.each([
    ['2026-11-15', '2026-W46'],
    ['2026-11-16', '2026-W47'],
    ['2027-01-03', '2026-W53'],
    ['2025-12-29', '2026-W01'],
  ])('%s is in %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it('and hours are those of the institute, not of the browser', () => {
    const night = new Date('2026-11-15T23:30:00Z');
    expect([de.weekOf(night), de.hourOf(night)]).toEqual(['2026-W47', 0]);
    const west = createFormats('de', 'America/New_York');
    expect([west.weekOf(night), west.hourOf(night)]).toEqual(['2026-W46', 18]);
  });

  it('span their days', () => {
    expect(plain(de.weekDays('2026-W46'))).toBe('9. Nov. – 15. Nov.');
  });
});
