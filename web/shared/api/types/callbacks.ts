/** Customers who wish to be called. */
import type { Day, Instant } from './common';

/** GET /api/callbacks. The open ones, the longest waiting first; the latest that are done. */
export interface CallbacksView {
  open: CallbackView[];
  done: CallbackView[];
}

export interface CallbackView {
  /** The participant. */
  id: string;
  /** Goes back with `done` and `reopen`: a wish that has changed since is not closed unread. */
  revision: number;
  /** "Frau Dr. Valerie Jakubczyk"; empty once the personal data are erased. */
  name: string;
  phone: string;
  /** What the customer wrote for the call; may be empty. */
  note: string;
  wishedOn: Day;
  /** Null in a confidential survey. */
  wishedAt: Instant | null;
  advisorName: string;
  surveyName: string;
  /** Contact and wish may be known, the answers not. */
  confidential: boolean;
  done: { at: Instant; by: string; note: string } | null;
}
