/** Participants, their history and the mails to them. */
import type { Day, Instant, Week } from './common';
import type { ParticipantState } from './imports';

export interface ParticipantLine {
  id: string;
  /** "Frau Dr. Valerie Jakubczyk". */
  name: string;
  /** Empty for a non-customer. */
  customerNumber: string;
  email: string;
  state: ParticipantState;
  reasonText: string;
  /** Of those invited: how far the answer is. */
  answer: AnswerState | null;
  advisorName: string;
  surveyName: string;
  conversationOn: Day | null;
  /** Week of the import. */
  week: Week;
  /** When name, address and number were deleted because their time was over; null: they are there. */
  erasedOn: Day | null;
}

export type AnswerState = 'open' | 'started' | 'answered' | 'expired' | 'objected';

export interface ParticipantView extends ParticipantLine {
  unitName: string;
  segment: string;
  channel: string;
  language: 'de' | 'en';
  legalBasis: { kind: 'none' | 'existingCustomer' | 'consent'; evidence: string; on: Day | null };
  importId: string;
  importFileName: string;
  /** Line in that file. */
  line: number;
  invitedAt: Instant | null;
  /** When the link expires; null before the invitation. */
  expiresAt: Instant | null;
  /** What happened, oldest first. */
  history: HistoryEntry[];
  /** Each mail to this person, oldest first. */
  contacts: ContactEntry[];
}

export interface HistoryEntry {
  on: Day;
  /** Null where only the day may be known (answers in confidential surveys). */
  at: Instant | null;
  /** E.g. `imported`, `confirmed`, `invited`, `opened`, `started`, `answered`, `callbackWished`, `callbackDone`, `objected`. */
  kind: string;
  text: string;
  /** Person, or empty for the product itself. */
  by: string;
}

export type SendKind = 'invitation' | 'reminder1' | 'reminder2' | 'reminder3' | 'selfImage' | 'newsletter';
export type SendState = 'claimed' | 'sent' | 'skipped' | 'deferred' | 'failed';

export interface ContactEntry {
  at: Instant;
  kind: SendKind;
  state: SendState;
  /** Why it was skipped or failed, as a sentence; empty if sent. */
  reasonText: string;
  /** Of a deferred mail: when it is tried again. */
  nextTryAt: Instant | null;
  /** When the mail bounced after it had been sent. */
  bouncedAt: Instant | null;
  /** What the mail server said of a mail that it has not plainly taken, in its own language; else empty. */
  carrierMessage: string;
  /** In the local edition the mail in the outbox; else null. */
  outboxId: string | null;
}
