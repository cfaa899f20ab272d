/** Imports of participants and of the org chart. */
import type { Day, Instant } from './common';

/** The first eight are the end states of an imported row. */
export type ParticipantState =
  | 'ready'
  | 'quarantine'
  | 'objected'
  | 'undeliverable'
  | 'noLegalBasis'
  | 'advisorUnknown'
  | 'duplicate'
  | 'invalid'
  | 'invited'
  | 'withdrawn';

export type ImportState = 'reading' | 'preview' | 'confirmed' | 'undone';

/** Rows by state; a state without rows may be missing. */
export type RowCounts = Partial<Record<ParticipantState, number>>;

export interface ImportView {
  id: string;
  fileName: string;
  at: Instant;
  /** Name of the person, or empty for the drop folder. */
  by: string;
  state: ImportState;
  /** Records of the file, without preamble, blank and total lines. */
  rows: number;
  /** As the rows stand now: who was ready is invited once the mail has left. */
  counts: RowCounts;
  /** Invitations that have left, of the rows that were taken over; null: none yet. */
  sent: { count: number; of: number } | null;
  /** Of one that was taken back while it was being sent: invitations that could not be held back any more. */
  alreadyInvited: number;
  /** Of a preview: rows in quarantine that are taken over, too, and wait until it is over. */
  later: number;
  /** What concerns the whole file. */
  warnings: { code: string; text: string }[];
  /** Who attested existing customers (§ 7(3) UWG) for this file; null: nobody did. */
  attestation: { by: string; at: Instant } | null;
  confirmedAt: Instant | null;
  undoneAt: Instant | null;
  /** Ready rows and still before confirm. */
  canConfirm: boolean;
  /** Confirmed, and none of its rows has been invited yet. */
  canUndo: boolean;
  /** Why the whole file was refused; null if it was read. */
  refused: { code: string; text: string } | null;
  /** True in the answer to an upload that changed nothing, because the same file is there already. */
  alreadyImported?: boolean;
}

export interface ImportRow {
  /** Line in the file, 1 = first line. */
  line: number;
  state: ParticipantState;
  /** Code, empty if ready. */
  reason: string;
  /** The reason as a sentence, empty if ready. */
  reasonText: string;
  warnings: { code: string; text: string }[];
  customerNumber: string;
  /** "Frau Dr. Valerie Jakubczyk". */
  name: string;
  email: string;
  /** As read; null if the file's date could not be read. */
  conversationOn: Day | null;
  /** User name as the file has it. */
  advisor: string;
  /** Name of the employee; empty if unknown. */
  advisorName: string;
  /** Empty if unknown. */
  surveyName: string;
  /** When name, address and number were deleted because their time was over; null: they are there. */
  erasedOn: Day | null;
  /** What the file says where it could not be understood; null: understood, or empty. Text of a stranger. */
  inFile: Record<'customerNumber' | 'email' | 'conversationOn' | 'survey', string | null>;
  /** The participant's page, once confirmed. */
  participantId: string | null;
}

/** POST /api/organisation/imports/{units|employees}; `preview=true` changes nothing. */
export interface OrganisationImport {
  /** False: a preview, or the file has rejected rows. */
  applied: boolean;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Known and active, but not in the file. */
  missing: number;
  deactivated: number;
  /** Why nothing was changed; empty: the file is in order. */
  rejected: { line: number; key: string; code: string; text: string }[];
  /** What should be looked at; the file is taken all the same. */
  warnings: { line: number; key: string; code: string; text: string }[];
}
