import { describe, expect, it } from 'vitest';
import { dayIn, timeIn } from '../../../web/survey/dates';

describe('dates of the survey page', () => {
  it('agrees with the formats that browsers have for each month', () => {
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, '0')}-09`;
      for (const [language, locale] of [
        ['de', 'de-DE'],
        ['en', 'en-GB'],
      ] as const) {
        const expected = new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, {
          dateStyle: 'long',
          timeZone: 'UTC',
        });
        expect(dayIn(language, day)).toBe(expected);
      }
    }
  });

  it("shows the clock of the bank, whatever the device's zone", () => {
    expect(timeIn('de', '2026-12-07T08:00:00+01:00')).toBe('7. Dezember 2026, 08:00 Uhr');
    expect(timeIn('en', '2026-07-31T23:59:30.1234567+02:00')).toBe('31 July 2026, 23:59');
  });
});
