/** The week, imports and master data. */
import { many } from './many';

export const states = {
  ready: 'ready',
  quarantine: 'quarantine',
  objected: 'objected',
  undeliverable: 'undeliverable',
  noLegalBasis: 'no legal basis',
  advisorUnknown: 'advisor unknown',
  duplicate: 'duplicate',
  invalid: 'invalid',
  invited: 'invited',
  withdrawn: 'withdrawn',
} as const;

export const answerStates = {
  open: 'not answered yet',
  started: 'started',
  answered: 'answered',
  expired: 'link expired',
  objected: 'objected',
} as const;

export const sendKinds = {
  invitation: 'Invitation',
  reminder1: '1st reminder',
  reminder2: '2nd reminder',
  reminder3: '3rd reminder',
  selfImage: 'Self-image',
  newsletter: 'Newsletter',
  activation: 'Activation',
  report: 'Management report',
  other: 'Mail',
} as const;

export const sendStates = {
  claimed: 'being sent',
  sent: 'sent',
  skipped: 'not sent',
  deferred: 'will be tried again',
  failed: 'undeliverable',
  bounced: (when: string) => `returned as undeliverable, ${when}`,
} as const;

export const week = {
  title: (week: string) => week,
  automatic: (when: string) => `Sent automatically: ${when}`,
  manual: 'Sent by hand only',
  export: 'Export',
  send: 'Send',
  return: 'Response rate',
  todo: 'To do',
  noImports: 'There is no export in this week yet. Upload the file from GeKo; the preview shows the rest.',
  rows: (n: number) => many(n, 'row', 'rows'),
  importState: {
    reading: 'being read',
    preview: 'not taken over yet',
    confirmed: 'taken over',
    undone: 'withdrawn',
    discarded: 'discarded, nothing of it was taken over',
  },
  sentOf: (sent: string, of: number) => `${sent} of ${many(of, 'invitation', 'invitations')} sent`,
  confirm: (n: number, later: number) =>
    n === 0 && later > 0
      ? `Take over ${many(later, 'row', 'rows')} for the time after the quarantine`
      : `Take over ${many(n, 'ready row', 'ready rows')}`,
  invitations: (n: number) => many(n, 'invitation', 'invitations'),
  selfImages: (n: number) => many(n, 'self-image', 'self-images'),
  reminders: (n: number) => many(n, 'reminder', 'reminders'),
  sendNow: (what: string) => `Send ${what} now`,
  resume: 'Go on sending',
  starting: 'Sending begins …',
  nothingToSend: 'There is nothing to send at the moment.',
  nothingAfterSend: (what: string, when: string) => `Sent this week in all: ${what}, last on ${when}.`,
  confirmFirst: 'Take over the export first, then the invitations can be sent.',
  locked: 'Sending is locked',
  lockedPartly: 'Part of it is locked',
  toConcept: 'To the authorisation concept',
  toApprovals: 'To the approvals',
  toPortals: 'To the review portals',
  sending: (sent: string, queued: string) => `This send: ${sent} of ${queued} mails sent`,
  failedMails: (n: number) => `${many(n, 'mail', 'mails')} undeliverable`,
  sentAll: (n: number) => `${many(n, 'mail has', 'mails have')} been sent.`,
  deferred: (n: number) => `${many(n, 'mail waits', 'mails wait')} to be tried again`,
  mails: (n: number) => many(n, 'mail', 'mails'),
  nextTry: (when: string) => `The next try starts by itself, from ${when}.`,
  nextTryResumed: 'The next try starts once the stopped dispatch is resumed.',
  running: 'still running',
  noReturn: 'As soon as the first invitations have been sent, the response rate per week stands here.',
  returnSummary: (week: string, rate: string, answered: string, delivered: string) =>
    `${week}: ${rate}, ${answered} answers to ${delivered} delivered invitations`,
  allWeeks: 'All weeks',
  nothingTodo: 'Nothing to do. Answers appear on the pages of the advisors by themselves.',
  todos: {
    callback: (n: number) => many(n, 'callback request', 'callback requests'),
    undeliverable: (n: number) => `${many(n, 'mail', 'mails')} undeliverable`,
    importPreview: (n: number) => `${many(n, 'export', 'exports')} not taken over yet`,
    advisorUnknown: (n: number) => `${many(n, 'row', 'rows')} with an unknown advisor`,
    conceptNotAgreed: (_n: number) => 'The authorisation concept awaits the agreement of the staff council',
    approvalWithdrawn: (_n: number, names: string) => `Approval withdrawn, customers are waiting: ${names}`,
    paused: (n: number) => `${many(n, 'dispatch', 'dispatches')} stopped: too many undeliverable mails`,
  },
} as const;

export const upload = {
  drop: 'Drag an export here or',
  dropFile: 'Drag a file here or',
  choose: 'Choose a file',
  formats: 'CSV or xlsx from GeKo',
  chosen: (name: string) => `Chosen: ${name}`,
  other: 'Choose another file',
  attest: 'All people with a customer number in this file are existing customers.',
  attestLaw:
    'With this you confirm for this file that § 7(3) UWG holds: the e-mail address comes from a business relationship, and nobody has objected to advertising. Your name and the time are kept as evidence. Without this confirmation only people with recorded consent are ready.',
  check: 'Check file',
  checking: 'The file is being checked …',
  promise: 'This only checks; nothing is sent yet.',
  onlyOne: 'One file at a time, please.',
  already: (name: string) => `This file is there already, as ${name}. Nothing has changed.`,
  templates: 'Templates to download',
} as const;

export const imports = {
  title: 'Import',
  lead: (rows: string, by: string, at: string) => `${rows}, ${by}, ${at}`,
  dropFolder: 'from the drop folder',
  byPerson: (name: string) => `uploaded by ${name}`,
  attested: (by: string, at: string) => `Existing customers confirmed by ${by}, ${at}`,
  notAttested: 'Existing customers not confirmed: only those who have consented are ready.',
  warnings: 'Notes on the file',
  warning: 'Note',
  refused: 'This file could not be read',
  filter: 'Rows by state',
  caption: (name: string) => `Rows of the file ${name}`,
  line: 'Line',
  state: 'State',
  reason: 'Reason',
  person: 'Person',
  customerNumber: 'Customer number',
  noCustomerNumber: 'no customer number',
  email: 'E-mail',
  conversation: 'Conversation',
  advisor: 'Advisor',
  survey: 'Survey',
  inFile: 'In the file',
  noRows: 'No row has this state.',
  undo: 'Withdraw import',
  undoing: 'Being withdrawn …',
  confirming: 'Being taken over …',
  undoHint: 'Possible until the first mail has been sent.',
  undone: 'The import has been withdrawn. The file can be corrected and uploaded again.',
  alreadyInvited: (n: number) =>
    `${many(n, 'invitation', 'invitations')} had been sent by then and cannot be taken back. Their links stay valid, and ${n === 1 ? 'this person counts' : 'these people count'} as asked.`,
  discard: 'Discard preview',
  discarding: 'Being discarded …',
  discarded: 'The preview has been discarded; nothing of it was taken over. The file can be uploaded again.',
  confirmed: 'Taken over. Mails are sent from the page Week.',
  toWeek: 'Go on to send',
  rejected: 'Rows that are not ready, as CSV',
  rejectedHint:
    'With the reason in the last column. Correct and upload again: rows that were taken over stay as they are.',
  nothingToTake:
    'Nothing of this file can be taken over: no row is ready. Download the rows with their reasons, correct what can be corrected, and upload that file again.',
  confirmHint: 'Taking over sends nothing yet and can be undone.',
} as const;

export const organisation = {
  title: 'Master data',
  lead: 'Departments and people come as a file from human resources. Departments first, then people.',
  units: 'Departments',
  employees: 'People',
  check: 'Check file',
  apply: (n: number) => `Take over ${many(n, 'change', 'changes')}`,
  nothing: 'The file changes nothing: everything is stored like this already.',
  applied: 'The changes have been taken over.',
  preview: 'What would change',
  added: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  deactivated: 'left',
  missing: 'not in the file',
  complete: 'The file is complete: whoever is not in it has left.',
  rejected: 'The file cannot be taken over like this. Please correct these rows:',
  warnings: 'Please check these rows. The file can be taken over all the same:',
} as const;

export const access = {
  title: 'Access',
  lead: 'People from the file can sign in once they have chosen a password. The link for it is sent here.',
  states: {
    active: 'active',
    invited: 'link sent',
    expired: 'link expired',
    new: 'no link yet',
    locked: 'locked',
    inactive: 'left',
  },
  invite: (n: number) => `Send ${many(n, 'activation link', 'activation links')} now`,
  sending: 'Links are being sent …',
  sent: (n: number) => `${many(n, 'activation link has', 'activation links have')} been sent.`,
} as const;
