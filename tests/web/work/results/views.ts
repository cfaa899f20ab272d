/** Invented answers of the results' views, complete and small. */
import type {
  CommentsView,
  Diff,
  Figure,
  GridView,
  OrganisationRow,
  OrganisationView,
  OverviewView,
  ResultChoices,
  ResultHead,
  ResultLine,
  SliceComment,
} from '../../../../web/shared/api/types';
import { figure, scoreLine } from '../examples';

export const choices: ResultChoices = {
  surveys: [
    { id: 'loans', name: 'Baufinanzierung', confidential: false, versions: [1, 2] },
    { id: 'wealth', name: 'Vermögensberatung', confidential: false, versions: [1] },
  ],
  units: [
    { number: '1', name: 'Sparkasse Musterstadt', parent: null, depth: 0 },
    { number: '10', name: 'Region Nord', parent: '1', depth: 1 },
    { number: '101', name: 'Filiale Altstadt', parent: '10', depth: 2 },
  ],
  advisors: [],
  segments: ['Privatkunden', 'Firmenkunden'],
  channels: [],
  fields: [
    { id: 'financing', name: 'Finanzierungen' },
    { id: 'payments', name: 'Zahlungsverkehr' },
  ],
  factors: [
    { id: 'price', name: 'Preis', personal: false },
    { id: 'process', name: 'Prozess/Bequemlichkeit', personal: false },
  ],
  first: '2024-01-08',
  today: '2026-11-22',
  mayExport: true,
  own: null,
};

export function head(part: Partial<ResultHead> = {}): ResultHead {
  return {
    slice: {
      surveys: [],
      period: { token: '12m', from: '2025-11-23', to: '2026-11-22' },
      unit: null,
      advisor: null,
      segment: null,
      channel: null,
      field: null,
      factor: null,
      version: null,
      compare: null,
    },
    title: 'Sparkasse Musterstadt',
    sheets: 812,
    byInterviewer: 0,
    scale: { min: 1, max: 5 },
    otherScales: [],
    withheld: [],
    confidential: false,
    notes: [],
    compare: null,
    ...part,
  };
}

export function compared(): ResultHead['compare'] {
  return {
    token: 'previous',
    label: 'Zeitraum davor',
    from: '2024-11-23',
    to: '2025-11-22',
    title: 'Sparkasse Musterstadt',
    sheets: 640,
  };
}

export function diff(value: number, reliable = true): Diff {
  return { value, low: value - 0.1, high: value + 0.1, reliable };
}

export function line(id: string, part: Partial<ResultLine> = {}): ResultLine {
  return { ...scoreLine(id), compared: null, diff: null, ...part };
}

export function mean(value: number, n = 20): Figure {
  return figure({ n, value, margin: 0.2, low: value - 0.2, high: value + 0.2 });
}

export function nps(value: number, margin = 10, n = 41): Figure {
  return figure({ n, value, margin, low: value - margin, high: value + margin });
}

export function overview(part: Partial<OverviewView> = {}): OverviewView {
  return {
    head: head(),
    nps: nps(46, 6, 790),
    csat: figure({ n: 800, value: 0.86, low: 0.84, high: 0.88 }),
    satisfaction: mean(4.4, 800),
    fcr: figure(),
    fcrUnknown: 0,
    mean: mean(4.1, 812),
    responseRate: figure({ n: 2400, value: 0.34, low: 0.32, high: 0.36 }),
    strengths: [line('price', { name: 'Preis' })],
    weaknesses: [],
    factors: [line('price', { name: 'Preis' }), line('process', { name: 'Prozess/Bequemlichkeit' })],
    fields: [],
    compared: null,
    trend: [],
    praise: [],
    ...part,
  };
}

export function grid(part: Partial<GridView> = {}): GridView {
  const cell = (field: string, factor: string, value: Figure) => ({
    field,
    factor,
    figure: value,
    distribution: [],
    compared: null,
    diff: null,
  });
  return {
    head: head(),
    fields: [line('financing', { name: 'Finanzierungen' }), line('payments', { name: 'Zahlungsverkehr' })],
    factors: [line('price', { name: 'Preis' }), line('process', { name: 'Prozess/Bequemlichkeit' })],
    cells: [
      cell('financing', 'price', mean(4.8)),
      cell('financing', 'process', figure({ n: 3, missing: 2 })),
      cell('payments', 'price', mean(2.4)),
    ],
    total: line('total', { name: 'gesamt' }),
    ...part,
  };
}

export function unitRow(number: string, name: string, parent: string | null, depth: number): OrganisationRow {
  return {
    unit: { number, name, parent, depth, hasChildren: false },
    advisor: null,
    sheets: 40,
    nps: nps(40),
    csat: figure({ n: 40, value: 0.8, low: 0.65, high: 0.9 }),
    mean: mean(4.1, 40),
    responseRate: figure({ n: 110, value: 0.36, low: 0.28, high: 0.46 }),
    diffs: null,
  };
}

export function organisation(): OrganisationView {
  return {
    head: head(),
    rows: [
      unitRow('1', 'Sparkasse Musterstadt', null, 0),
      unitRow('10', 'Region Nord', '1', 1),
      unitRow('101', 'Filiale Altstadt', '10', 2),
      unitRow('102', 'Filiale Hafen', '10', 2),
      unitRow('20', 'Region Süd', '1', 1),
    ],
  };
}

export function comment(id: string, part: Partial<SliceComment> = {}): SliceComment {
  return {
    id,
    text: `Kommentar ${id}`,
    question: 'Was hat Ihnen gefallen?',
    on: '2026-11-05',
    from: null,
    nps: 10,
    surveyName: 'Baufinanzierung',
    praise: true,
    unit: 'Filiale Altstadt',
    ...part,
  };
}

export function comments(part: Partial<CommentsView> = {}): CommentsView {
  return {
    head: head(),
    total: 3,
    topics: [{ id: 'praise', name: 'Lob', count: 2 }],
    scores: { promoter: 2, passive: 1, detractor: 0, none: 0 },
    comments: [comment('a'), comment('b')],
    next: 'after-b',
    ...part,
  };
}
