/**
 * What the HTTP API answers and takes. JSON in camelCase, enums as camelCase strings. Unless a field says otherwise:
 * `Day` is a date of the institute's zone, `Instant` is UTC, and texts are in the language of Accept-Language.
 */

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

// GET /api/session, POST /api/session ------------------------------------------------------------------------------

export type Role = 'advisor' | 'salesManagement';

export interface Session {
  institute: {
    id: string;
    name: string;
    /** `#rrggbb` as the bank chose it; not yet checked for contrast. */
    accentColour: string;
    isDemonstration: boolean;
  };
  user: { userName: string; name: string; roles: Role[] };
  /** Goes into the header X-See360-Csrf of every unsafe request. */
  csrf: string;
  /** True in the local edition while mails go to the outbox folder: the page Postausgang is there. */
  hasOutbox?: boolean;
}

export interface SignIn {
  institute: string;
  userName: string;
  password: string;
}

// POST /api/activation/check -----------------------------------------------------------------------------------------

export interface ActivationCheck {
  instituteName: string;
  userName: string;
  name: string;
  expiresAt: Instant;
  /** Characters that a password needs at least. */
  minimumLength: number;
}

// Imports ------------------------------------------------------------------------------------------------------------

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
  counts: RowCounts;
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
}

// GET /api/week --------------------------------------------------------------------------------------------------------

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
  /** Set when bounces stopped the wave. */
  pausedText: string | null;
}

export type TodoKind =
  | 'callback'
  | 'undeliverable'
  | 'importPreview'
  | 'advisorUnknown'
  | 'conceptNotAgreed'
  | 'paused';

export interface Todo {
  kind: TodoKind;
  count: number;
}

/** The funnel of one send week, in persons. */
export interface ReturnWeek {
  week: Week;
  sent: number;
  /** sent − bounced. */
  delivered: number;
  bounced: number;
  opened: number;
  started: number;
  answered: number;
  declined: number;
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

// Participants -----------------------------------------------------------------------------------------------------------

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
  at: Instant;
  /** E.g. `imported`, `confirmed`, `invited`, `opened`, `started`, `answered`, `callbackWished`, `objected`. */
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
  /** When the mail bounced after it had been sent. */
  bouncedAt: Instant | null;
  /** In the local edition the mail in the outbox; else null. */
  outboxId: string | null;
}

// GET /api/surveys -------------------------------------------------------------------------------------------------------

export interface SurveyLine {
  id: string;
  name: string;
  kind: 'eventBased' | 'strategic';
  state: 'draft' | 'live';
}

// GET /api/results/own ---------------------------------------------------------------------------------------------------

/**
 * A figure with its 95 % interval. Units: means in steps of the scale, NPS −100…100, shares 0–1.
 * If `missing` > 0 the figure is withheld (confidential mode) and all others but `n` are null.
 */
export interface Figure {
  /** Answers that the figure rests on. */
  n: number;
  value: number | null;
  /** Half the width of the interval before it is clipped to the scale; null where the interval is not symmetrical. */
  margin: number | null;
  low: number | null;
  high: number | null;
  /** Answers that are still missing before it is shown; 0: shown. */
  missing: number;
}

export interface OwnResults {
  advisor: { userName: string; name: string /** "Frau Berg". */; address: string };
  /** The window that all figures are from (rolling 12 months), both days included. */
  from: Day;
  to: Day;
  /** Completed answers shown in this window, all surveys together. */
  answers: number;
  /** Answers that an interviewer has entered: in none of the figures. */
  byInterviewer: number;
  /** New ones since Monday. */
  fresh: { since: Day; count: number };
  nps: Figure;
  csat: Figure;
  /** Mean of the satisfaction question, for "4,5 ± 0,2". */
  satisfaction: Figure;
  /** First contact resolution: yes over yes and no. */
  fcr: Figure;
  /** "Weiß nicht", which FCR leaves out. */
  fcrUnknown: number;
  responseRate: Figure;
  /** Invitations sent and not bounced, that the rate rests on. */
  delivered: number;
  /** Best factors first, at most 3; only where n is large enough to say so. */
  strengths: { id: string; name: string; figure: Figure }[];
  /** The scale that the means are on. */
  scale: { min: number; max: number };
  /** Names of surveys whose ratings are on another scale and so not in the means. */
  otherScales: string[];
  factors: ScoreLine[];
  fields: ScoreLine[];
  comments: CommentView[];
  surveys: OwnSurvey[];
}

/** Customers' mean for one factor or one field, beside the advisor's own view. */
export interface ScoreLine {
  /** `personalRelationship`, `financing`, … */
  id: string;
  name: string;
  /** Depends on the person (factors 1–6) or on the institute; null for fields. */
  personal: boolean | null;
  figure: Figure;
  /** Answers by step of the scale, lowest first; the index 0 is `scale.min`. Empty while withheld. */
  distribution: number[];
  /** *Kann ich nicht beurteilen*. */
  cannotJudge: number;
  /** The advisor's own mean; null: not answered or not asked. */
  self: number | null;
  /** self − customers' mean. */
  gap: number | null;
  /** |gap| > 0.5 and self outside the customers' interval. */
  gapMarked: boolean;
}

export interface CommentView {
  /** Stable key, no meaning. */
  id: string;
  text: string;
  /** What the customer was asked. */
  question: string;
  /** Null in confidential mode. */
  on: Day | null;
  /** "Herr Hans Stengel" in personal mode; null in confidential mode. */
  from: string | null;
  /** 0–10; null in confidential mode or if not asked. */
  nps: number | null;
  surveyName: string;
  /** What the customer liked: shown first. */
  praise: boolean;
}

export interface OwnSurvey {
  id: string;
  name: string;
  answers: number;
  confidential: boolean;
  /** Answers that are wanting before this survey is shown (confidential mode); 0: shown. */
  missing: number;
  /** `pending`: the customers' results of this survey stay hidden until the own self-image is answered. */
  selfImage: 'notAsked' | 'pending' | 'answered';
  /** Where to answer it while pending (a page of this product); null if there is no open link. */
  selfImageUrl: string | null;
}

// Outbox (local edition) -------------------------------------------------------------------------------------------------

export interface MailLine {
  id: string;
  at: Instant;
  from: string;
  to: string;
  subject: string;
  kind: SendKind | 'activation' | 'other';
}

export interface MailView extends MailLine {
  /** In the order of the message. */
  headers: { name: string; value: string }[];
  text: string;
  hasHtml: boolean;
}
