/** *Aufbewahrung*. */
import { many } from './many';

export const retention = {
  title: 'Retention',
  lead: 'What is no longer needed is deleted by See360 itself: every day, after fixed periods. Results and return stay as they are.',
  summary: (days: string, answers: string, logs: string) =>
    `Participants’ data ${days} after the link has expired, answers ${answers}, logs ${logs}.`,
  toPage: 'To retention',
  days: (n: number) => many(n, 'day', 'days'),
  months: (n: number) => many(n, 'month', 'months'),
  done: (day: string) => `On ${day} all that was due had been deleted.`,
  notDone: 'The daily run is not through yet. It goes on every hour; there is nothing for you to do.',
  periods: 'Periods',
  caption: 'What is kept how long',
  what: 'What',
  period: 'Period',
  next: 'Due next',
  nothing: 'there is none',
  dueNow: 'today',
  classes: {
    participants: 'Participants’ data',
    answers: 'Answers',
    logs: 'Logs',
  },
  holds: {
    participants:
      'Customer number, name, e-mail address, legal basis, rejected rows, uploaded files, wishes for a call, copies of mails',
    answers: 'Answer sheets with comments, opened surveys',
    logs: 'Contact log, log of exported results, and what recognises conversations that were imported before',
  },
  from: {
    participants: 'after the link has expired; without an invitation counted from the import',
    answers: 'after the survey was completed',
    logs: 'after the entry; never before the quarantine is over',
  },
  stays: 'What stays',
  staying: {
    figures: 'Figures by week, advisor, department and survey: without names.',
    suppressed:
      'Objections and undeliverable addresses, as a checksum without a name: so that nobody is written to again.',
    waiting: 'Who waits for an invitation in the stock of a strategic survey, as long as they wait.',
    decisions: 'Decisions under approvals, and these records of deletion.',
  },
  runs: 'Records of deletion',
  runsCaption: 'Runs that have deleted something, the newest first',
  noRuns: 'Nothing deleted yet: no period has ended so far.',
  at: 'Run on',
  weeks: 'Concerned',
  deleted: 'Deleted',
  weekRange: (from: string, to: string) => `${from} to ${to}`,
  items: {
    participants: (n: number) => many(n, 'participant', 'participants'),
    callbacks: (n: number) => many(n, 'wish for a call', 'wishes for a call'),
    sources: (n: number) => many(n, 'uploaded file', 'uploaded files'),
    copies: (n: number) => many(n, 'copy', 'copies'),
    answers: (n: number) => many(n, 'answer sheet', 'answer sheets'),
    openings: (n: number) => many(n, 'opening', 'openings'),
    links: (n: number) => many(n, 'old link', 'old links'),
    mails: (n: number) => many(n, 'entry of the contact log', 'entries of the contact log'),
    conversations: (n: number) => many(n, 'conversation mark', 'conversation marks'),
    contacts: (n: number) => many(n, 'contact lock', 'contact locks'),
    objections: (n: number) => many(n, 'funnel entry', 'funnel entries'),
    exports: (n: number) => many(n, 'entry of the log of exports', 'entries of the log of exports'),
  },
  erased: 'deleted',
  erasedTitle: 'Participant (deleted)',
  erasedOn: (day: string) => `The personal data were deleted on ${day}: their retention period is over.`,
};
