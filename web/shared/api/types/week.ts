/** The week on one screen, and the return by send week. */
import type { Instant, Week } from './common';
import type { ImportView } from './imports';

export interface WeekView {
  week: Week;
  /** The next automatic start; null: mails leave only when a person presses send. */
  automaticAt: Instant | null;
  /** This week's imports, newest first. */
  imports: ImportView[];
  /** Who would get a mail if send were pressed now. */
  sendable: { invitations: number; selfImages: number };
  /** Why nothing can be sent; empty: sending is possible. */
  locks: { code: string; text: string }[];
  /** While mails are leaving; null otherwise. */
  running: SendProgress | null;
  /** Set as long as bounces hold a dispatch: also when its invitations have all left, because its reminders wait. */
  pausedText: string | null;
  /** Mails that are tried again, by reason; empty: none. */
  deferred: DeferredMails[];
  /** What has left in this week. */
  sent: { invitations: number; selfImages: number; reminders: number; lastAt: Instant | null };
  /** The last weeks, newest first, at most 6. */
  returns: ReturnWeek[];
  todo: Todo[];
}

export interface SendProgress {
  /** Mails in all, those that have left included. */
  queued: number;
  sent: number;
  /** Not sent for good. */
  failed: number;
  startedAt: Instant;
}

export interface DeferredMails {
  code: string;
  /** Why, as a sentence. */
  text: string;
  count: number;
  /** Of the first of them; null: not before a person resumes sending. */
  nextTryAt: Instant | null;
}

export type TodoKind =
  | 'callback'
  | 'undeliverable'
  | 'importPreview'
  | 'advisorUnknown'
  | 'conceptNotAgreed'
  | 'approvalWithdrawn'
  | 'paused';

export interface Todo {
  kind: TodoKind;
  count: number;
  /** What is concerned, where it has names. */
  names?: string[] | null;
}

/** The funnel of one send week, in persons. */
export interface ReturnWeek {
  week: Week;
  sent: number;
  /** sent − bounced. */
  delivered: number;
  bounced: number;
  /** Null: not known of a part of the institute in old weeks; as are those who began or declined. */
  opened: number | null;
  started: number | null;
  answered: number;
  declined: number | null;
  /** answered / (sent − bounced), 0–1; null if nothing was delivered. */
  rate: number | null;
  /** 95 % Wilson interval of the rate, 0–1. */
  low: number | null;
  high: number | null;
  /** Younger than 14 days: *läuft noch*. */
  running: boolean;
}

/** GET /api/return?weeks=. */
export interface ReturnView {
  /** Newest first. */
  weeks: ReturnWeek[];
}
