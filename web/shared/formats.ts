/** How figures, dates and weeks look, in German and English. Nothing else in the front end formats a number. */
import type { Day, Figure, Instant, Week } from './api/types';

export type Language = 'de' | 'en';

const locales = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Language, string>;
const noBreak = '\u00a0';
const minus = '\u2212';

/** Of pages without a session: nobody knows there which institute it is. */
export const zoneWithoutSession = 'Europe/Berlin';

/** Formats for a language; instants are shown in the institute's time zone, which the session names. */
export function createFormats(language: Language, timeZone: string) {
  const locale = locales[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const signedWhole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const signedOne = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const signedTwo = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = dates(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const dayShort = dates(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moment = dates(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const dayPlain = dates(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const momentShort = dates(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const clock = clockIn(timeZone);

  const mean = (value: number) => typographic(one.format(value));
  const nps = (value: number) => typographic(signedWhole.format(value));
  const percent = (value: number) => share.format(value);

  /** What rounds to nothing is not nothing: `<0,1`. */
  const meanMargin = (value: number) => (value > 0 && value < 0.05 ? `<${mean(0.1)}` : mean(value));
  const npsMargin = (value: number) => (value > 0 && value < 0.5 ? '<1' : whole.format(value));

  /** `4,1 bis 4,5`: every interval reads so, in a sentence and in a cell. */
  const between = (low: string, high: string) => `${low}${noBreak}${language === 'de' ? 'bis' : 'to'}${noBreak}${high}`;
  const shareRange = ({ low, high }: Ends) =>
    low === null || high === null ? '' : between(whole.format(low * 100), percent(high));

  return {
    /** 1.234 */
    count: (value: number) => whole.format(value),
    /** 4,3 */
    mean,
    /** 0,42: where one decimal would say too little, e.g. a correlation. */
    hundredths: (value: number) => typographic(two.format(value)),
    /** −0,9: between two levels that are themselves printed with one decimal. */
    difference: (value: number) => typographic(signedOne.format(value)),
    /** −0,04: of means; one decimal would hide that a small one is not nothing. */
    differenceFine: (value: number) => typographic(signedTwo.format(value)),
    /** +54, −12, 0 */
    nps,
    /** 0.31 → 31 % */
    percent,
    /** `4,3 ± 0,2`, or `3,0 (1,0 bis 5,0)` where the interval is not symmetrical; empty while withheld. */
    meanFigure: (figure: Figure) => withInterval(figure, 0.5, mean, meanMargin, between),
    /** `+54 ± 19` */
    npsFigure: (figure: Figure) => withInterval(figure, 10, nps, npsMargin, between),
    /** `37 % (23 bis 50 %)`: an interval of shares is never symmetrical. */
    shareFigure: (figure: Figure) => {
      if (figure.value === null) return '';
      const range = shareRange(figure);
      return range === '' ? percent(figure.value) : `${percent(figure.value)} (${range})`;
    },
    /** `+35 bis +73`: both ends of an interval, never with a dash, which reads as a minus; empty while withheld. */
    npsRange: (figure: Ends) => ends(figure, nps, between),
    /** `4,1 bis 4,5` */
    meanRange: (figure: Ends) => ends(figure, mean, between),
    /** `23 bis 50 %` */
    shareRange,
    /** 0.04 → +4 (percentage points) */
    points: (value: number) => typographic(signedWhole.format(value * 100)),
    /** `n = 57` */
    n: (n: number) => `n${noBreak}=${noBreak}${whole.format(n)}`,
    /** Mo, 9. Nov. 2026 */
    day: (value: Day) => day(new Date(`${value}T00:00:00Z`)),
    /** 9. Nov. 2026 */
    dayPlain: (value: Day) => dayPlain(new Date(`${value}T00:00:00Z`)),
    /** Mo, 9. Nov. 2026, 08:00 */
    instant: (value: Instant) => `${moment(new Date(value))}, ${time.format(new Date(value))}`,
    /** Mo, 9. Nov., 08:00 */
    instantShort: (value: Instant) => `${momentShort(new Date(value))}, ${time.format(new Date(value))}`,
    /** The ISO week in which an instant lies, at the institute. */
    weekOf: (date: Date) => weekOf(clock(date).day),
    /** 0–23, at the institute. */
    hourOf: (date: Date) => clock(date).hour,
    /** KW 46; the year only if asked for. */
    week: (value: Week, withYear = false) => {
      const { year, week } = weekParts(value);
      const name = `${language === 'de' ? 'KW' : 'Week'}${noBreak}${week}`;
      return withYear ? `${name}/${year}` : name;
    },
    /** 9. Nov. – 15. Nov. */
    weekDays: (value: Week) => {
      const monday = mondayOf(value);
      const sunday = new Date(monday.getTime() + 6 * 86_400_000);
      return `${dayShort(monday)} – ${dayShort(sunday)}`;
    },
    /** A list in words: "a, b und c". */
    list: (parts: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts),
  };
}

export type Formats = ReturnType<typeof createFormats>;

/** German puts a full stop after the short weekday; our pages leave it out: "Mo, 9. Nov. 2026". */
function dates(locale: string, options: Intl.DateTimeFormatOptions): (date: Date) => string {
  const format = new Intl.DateTimeFormat(locale, options);
  return (date) =>
    format
      .formatToParts(date)
      .map((part) => (part.type === 'weekday' ? part.value.replace('.', '') : part.value))
      .join('');
}

/** Day and hour of an instant in a zone. */
function clockIn(timeZone: string): (date: Date) => { day: Day; hour: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return (date) => {
    const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
    return { day: `${part.year}-${part.month}-${part.day}`, hour: Number(part.hour) };
  };
}

/** Of an interval. */
type Ends = Pick<Figure, 'low' | 'high'>;

/** @param cut How much the scale may cut off an end of the interval before ± would promise what cannot be. */
function withInterval(
  figure: Figure,
  cut: number,
  value: (x: number) => string,
  margin: (x: number) => string,
  between: (low: string, high: string) => string,
): string {
  if (figure.value === null) return '';
  if (figure.margin !== null && isNearlyWhole(figure.value, figure.margin, figure, cut))
    return `${value(figure.value)}${noBreak}±${noBreak}${margin(figure.margin)}`;
  const range = ends(figure, value, between);
  return range === '' ? value(figure.value) : `${value(figure.value)} (${range})`;
}

function isNearlyWhole(value: number, margin: number, { low, high }: Figure, cut: number): boolean {
  if (low === null || high === null) return true;
  return margin - (value - low) <= cut && margin - (high - value) <= cut;
}

function ends(
  { low, high }: Ends,
  text: (x: number) => string,
  between: (low: string, high: string) => string,
): string {
  return low === null || high === null ? '' : between(text(low), text(high));
}

function typographic(text: string): string {
  return text.replace('-', minus);
}

/** The ISO week of a day: the one that its Thursday is in. */
export function weekOf(of: Day): Week {
  const day = new Date(`${of}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7));
  const year = day.getUTCFullYear();
  const week = 1 + Math.floor((day.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export function weekParts(week: Week): { year: number; week: number } {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  return { year: Number(match?.[1] ?? 0), week: Number(match?.[2] ?? 0) };
}

/** The Monday (UTC midnight) of an ISO week: the week with 4 January is the first. */
export function mondayOf(week: Week): Date {
  const parts = weekParts(week);
  const fourth = new Date(Date.UTC(parts.year, 0, 4));
  const daysAfterMonday = (fourth.getUTCDay() + 6) % 7;
  return new Date(Date.UTC(parts.year, 0, 4 - daysAfterMonday + 7 * (parts.week - 1)));
}
