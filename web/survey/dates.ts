import type { Language } from './types';

// The browser's own formats cost a slow phone more than the rest of the page together: it loads its language data for them.
const months: Record<Language, string> = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  en: 'January February March April May June July August September October November December',
};

/** @param date begins with `2026-12-07`: "7. Dezember 2026", "7 December 2026" */
export function dayIn(language: Language, date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${day}${language === 'de' ? '.' : ''} ${months[language].split(' ')[month! - 1]} ${year}`;
}

/** @param instant in the bank's zone, `2026-12-07T08:00:00+01:00`: the bank's clock decides, not the device's. */
export function timeIn(language: Language, instant: string): string {
  const time = `${dayIn(language, instant)}, ${instant.slice(11, 16)}`;
  return language === 'de' ? `${time} Uhr` : time;
}
