/** The views of the results: each answers a head and what it shows, for the slice in the query. */
import type { Day } from './common';
import type { CommentView, Figure, ScoreLine } from './results';
import type { ReturnWeek } from './week';

// GET /api/results/choices

export interface Named {
  id: string;
  name: string;
}

export interface UnitName {
  number: string;
  name: string;
}

export interface UnitChoice extends UnitName {
  parent: string | null;
  /** 0: the top. */
  depth: number;
}

/** What the user may choose from. */
export interface ResultChoices {
  surveys: { id: string; name: string; confidential: boolean; versions: number[] }[];
  /** In the order of the tree. */
  units: UnitChoice[];
  advisors: { userName: string; name: string; unit: string }[];
  segments: string[];
  channels: string[];
  fields: Named[];
  factors: { id: string; name: string; personal: boolean }[];
  /** Day of the first answer; null: none yet. */
  first: Day | null;
  today: Day;
  mayExport: boolean;
  /** The user's own name where the user is an advisor. */
  own: string | null;
}

// What all views have

export type CompareWith = 'previous' | 'lastYear' | 'institute';

export interface ResultHead {
  slice: {
    surveys: Named[];
    period: { token: string; from: Day; to: Day };
    unit: UnitName | null;
    advisor: { userName: string; name: string } | null;
    segment: string | null;
    channel: string | null;
    field: Named | null;
    factor: Named | null;
    version: number | null;
    compare: CompareWith | null;
  };
  /** Whose results these are: the institute, a unit, an advisor. */
  title: string;
  sheets: number;
  /** Entered by an interviewer: in none of the figures. */
  byInterviewer: number;
  scale: { min: number; max: number };
  /** Names of surveys on another scale: in none of the means. */
  otherScales: string[];
  /** Confidential surveys that show nothing yet. */
  withheld: { survey: Named; missing: number }[];
  confidential: boolean;
  /** Finished sentences. */
  notes: string[];
  compare: { token: CompareWith; label: string; from: Day; to: Day; title: string; sheets: number } | null;
}

/** This minus the compared. */
export interface Diff {
  value: number;
  /** Of the 95 % interval; null where none can be given. */
  low: number | null;
  high: number | null;
  /** False: the intervals leave open whether there is any difference. */
  reliable: boolean;
}

export interface ResultLine extends ScoreLine {
  compared: Figure | null;
  diff: Diff | null;
}

export interface Compared {
  figure: Figure;
  diff: Diff | null;
}

interface View {
  head: ResultHead;
}

// GET /api/results/overview

export type KeyName = 'nps' | 'csat' | 'satisfaction' | 'fcr' | 'mean' | 'responseRate';

export interface OverviewView extends View, Record<KeyName, Figure> {
  fcrUnknown: number;
  strengths: ResultLine[];
  weaknesses: ResultLine[];
  factors: ResultLine[];
  fields: ResultLine[];
  compared: Record<KeyName, Compared> | null;
  /** By month. */
  trend: { from: Day; to: Day; label: string; nps: Figure; sheets: number }[];
  praise: CommentView[];
}

// GET /api/results/grid

export interface GridCell {
  field: string;
  factor: string;
  figure: Figure;
  distribution: number[];
  compared: Figure | null;
  diff: Diff | null;
}

export interface GridView extends View {
  fields: ResultLine[];
  factors: ResultLine[];
  cells: GridCell[];
  total: ResultLine;
}

// GET /api/results/organisation

export interface OrganisationRow {
  unit: UnitChoice & { hasChildren: boolean };
  /** Set on the row of one person, below the person's unit. */
  advisor: { userName: string; name: string } | null;
  sheets: number;
  nps: Figure;
  csat: Figure;
  mean: Figure;
  responseRate: Figure;
  /** Against the institute. */
  diffs: { nps: Diff | null; csat: Diff | null; mean: Diff | null } | null;
}

export interface OrganisationView extends View {
  rows: OrganisationRow[];
}

// GET /api/results/questions

export interface QuestionLine {
  id: string;
  survey: Named;
  /** All surveys that ask it. */
  surveys: string[];
  text: string;
  kind: string;
  field: string | null;
  factor: string | null;
  scale: { min: number; max: number } | null;
  figure: Figure;
  distribution: number[];
  cannotJudge: number;
  choices: { id: string; text: string; count: number; share: Figure }[] | null;
  desired: { figure: Figure; distribution: number[] } | null;
  compared: Figure | null;
  diff: Diff | null;
}

export interface QuestionsView extends View {
  questions: QuestionLine[];
}

// GET /api/results/trend?step=

export type TrendStep = 'week' | 'month' | 'rolling';

export type TrendMeasure = 'nps' | 'csat' | 'fcr' | 'mean' | 'responseRate';

export interface TrendPoint extends Record<TrendMeasure, Figure> {
  from: Day;
  to: Day;
  label: string;
  /** Too young to be final. */
  running: boolean;
  sheets: number;
}

export interface TrendView extends View {
  step: TrendStep;
  points: TrendPoint[];
}

// GET /api/results/comments?score=&topic=&after=, words in X-See360-Search

export type ScoreGroup = 'promoter' | 'passive' | 'detractor' | 'none';

export interface SliceComment extends CommentView {
  unit: string | null;
}

export interface CommentsView extends View {
  total: number;
  topics: { id: string; name: string; count: number }[];
  scores: Record<ScoreGroup, number>;
  comments: SliceComment[];
  next: string | null;
}

// GET /api/results/selfImage

export interface SelfImageView extends View {
  /** Advisors with a self-image. */
  advisors: number;
  lines: ResultLine[];
  questions: ResultLine[];
  note: string | null;
}

// GET /api/results/return

export interface SliceReturnView extends View {
  /** Newest first. */
  weeks: ReturnWeek[];
  total: Omit<ReturnWeek, 'week' | 'running'>;
}

// GET /api/results/loyalty

export interface LoyaltyView extends View {
  nps: { figure: Figure; promoters: number; passives: number; detractors: number; distribution: number[] };
  csat: { figure: Figure; distribution: number[] };
  satisfaction: Figure;
  fcr: { figure: Figure; yes: number; no: number; unknown: number };
  trend: { from: Day; to: Day; label: string; nps: Figure; csat: Figure; fcr: Figure }[];
  compared: { nps: Compared; csat: Compared; satisfaction: Compared; fcr: Compared } | null;
}

// GET /api/results/management

export interface ActivityPart {
  id: string;
  name: string;
  /** Share of the index, 0–1. */
  weight: number;
  value: number;
  target: number | null;
  detail: string;
}

export interface ActivityIndex {
  /** 0–100; null: too few advisors, or no part is known. */
  value: number | null;
  parts: ActivityPart[];
  /** Names of the parts that dropped out. */
  missing: string[];
  tooFew: boolean;
  from: Day;
  to: Day;
}

export interface ImportancePoint {
  id: string;
  name: string;
  performance: Figure;
  /** Derived, a correlation; null: too few customers. */
  importance: number | null;
  /** Customers that it rests on. */
  n: number;
  /** Its 95 % interval. */
  low: number | null;
  high: number | null;
}

export interface ManagementView extends View {
  index: ActivityIndex;
  units: { unit: UnitChoice; index: ActivityIndex }[];
  importance: ImportancePoint[];
  key: { nps: Figure; csat: Figure; mean: Figure; responseRate: Figure };
  biggestChanges: ResultLine[];
}

// GET /api/results/maturity

export interface MaturityLine {
  id: string;
  text: string;
  current: Figure;
  desired: Figure;
  gap: number | null;
  currentDistribution: number[];
  desiredDistribution: number[];
}

/** Largest gap first. */
export interface MaturityView extends View {
  lines: MaturityLine[];
}
