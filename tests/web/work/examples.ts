/** Invented answers of the API for the tests, complete and small. */
import type {
  Figure,
  ImportView,
  OwnResults,
  ReturnWeek,
  Role,
  ScoreLine,
  Session,
  WeekView,
} from '../../../web/shared/api/types';

export function session(roles: Role[]): Session {
  return {
    institute: {
      id: 'musterstadt',
      name: 'Sparkasse Musterstadt',
      accentColour: '#c8102e',
      isDemonstration: false,
      timeZone: 'Europe/Berlin',
    },
    user: {
      userName: 'jana.berg@sparkasse-musterstadt.example',
      name: 'Jana Berg',
      roles,
    },
    csrf: 'token',
    minimumPasswordLength: 12,
  };
}

export function figure(part: Partial<Figure> = {}): Figure {
  return {
    n: 0,
    value: null,
    margin: null,
    low: null,
    high: null,
    missing: 0,
    ...part,
  };
}

export function importView(part: Partial<ImportView> = {}): ImportView {
  return {
    id: 'b1',
    fileName: 'geko-2026-KW46.csv',
    at: '2026-11-09T06:12:00Z',
    by: 'Irem Apitz',
    state: 'preview',
    rows: 45,
    counts: { ready: 39, quarantine: 4, advisorUnknown: 1, invalid: 1 },
    sent: null,
    alreadyInvited: 0,
    later: 0,
    warnings: [],
    attestation: null,
    confirmedAt: null,
    undoneAt: null,
    canConfirm: true,
    canUndo: false,
    refused: null,
    ...part,
  };
}

export function weekView(part: Partial<WeekView> = {}): WeekView {
  return {
    week: '2026-W46',
    automaticAt: '2026-11-09T07:00:00Z',
    imports: [],
    sendable: { invitations: 0, selfImages: 0 },
    locks: [],
    running: null,
    pausedText: null,
    deferred: [],
    sent: { invitations: 0, selfImages: 0, reminders: 0, lastAt: null },
    returns: [],
    todo: [],
    ...part,
  };
}

export function returnWeek(part: Partial<ReturnWeek> = {}): ReturnWeek {
  return {
    week: '2026-W44',
    sent: 45,
    delivered: 44,
    bounced: 1,
    opened: 24,
    started: 18,
    answered: 16,
    declined: 1,
    rate: 16 / 44,
    low: 0.24,
    high: 0.51,
    running: false,
    ...part,
  };
}

export function scoreLine(id: string, part: Partial<ScoreLine> = {}): ScoreLine {
  return {
    id,
    name: id,
    personal: null,
    figure: figure({ n: 20, value: 4, margin: 0.2, low: 3.8, high: 4.2 }),
    distribution: [0, 1, 3, 11, 5],
    cannotJudge: 0,
    self: null,
    gap: null,
    gapMarked: false,
    ...part,
  };
}

export function ownResults(part: Partial<OwnResults> = {}): OwnResults {
  return {
    advisor: {
      userName: 'jana.berg@sparkasse-musterstadt.example',
      name: 'Jana Berg',
      address: 'Frau Berg',
    },
    from: '2025-11-10',
    to: '2026-11-09',
    answers: 41,
    byInterviewer: 0,
    fresh: { since: '2026-11-09', count: 3 },
    nps: figure({ n: 41, value: 54, margin: 19, low: 35, high: 73 }),
    csat: figure({ n: 41, value: 0.93, low: 0.81, high: 0.97 }),
    satisfaction: figure({
      n: 41,
      value: 4.5,
      margin: 0.2,
      low: 4.3,
      high: 4.7,
    }),
    fcr: figure(),
    fcrUnknown: 0,
    responseRate: figure({ n: 111, value: 0.37, low: 0.29, high: 0.46 }),
    delivered: 111,
    strengths: [],
    scale: { min: 1, max: 5 },
    otherScales: [],
    factors: [scoreLine('Persönliche Beziehung', { self: 5, gap: 1, gapMarked: true }), scoreLine('Preis')],
    fields: [scoreLine('Finanzierungen')],
    comments: [],
    surveys: [],
    ...part,
  };
}
