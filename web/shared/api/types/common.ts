/** What all answers have in common. */

/** `2026-11-09`, a day in the institute's time zone. */
export type Day = string;
/** `2026-11-09T07:00:00Z`. */
export type Instant = string;
/** ISO 8601 week, `2026-W46`. */
export type Week = string;

/** One part of a list. `next` goes into `?after=`; null: that was the last part. */
export interface Part<T> {
  items: T[];
  next: string | null;
  /** How many there are in all with these filters; null where counting would cost too much. */
  total?: number | null;
}

/** RFC 9457. */
export interface Problem {
  /** HTTP status. */
  status: number;
  /** Stable and English, e.g. `concept-not-agreed`; empty if the server sent no problem body. */
  code: string;
  title: string;
  /** What to do next; may be missing. */
  detail?: string;
  /** By field, for 400. */
  errors?: Record<string, string[]>;
}
