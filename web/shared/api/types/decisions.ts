/** *Freigaben*: the surveys' approval, the concept's agreement, the review portals; each with who decided what when. */
import type { Day, Instant } from './common';

export interface Localized {
  de: string;
  en: string;
}

/** What every decision has. `number` counts the decisions on one subject from 1. */
export interface Decision {
  number: number;
  by: string;
  at: Instant;
}

// GET /api/approvals

export type SurveyStage = 'draft' | 'faulty' | 'checked' | 'approved' | 'withdrawn';

export interface ApprovalLine {
  id: string;
  name: string;
  kind: 'eventBased' | 'strategic';
  confidentiality: 'personal' | 'confidential';
  stage: SurveyStage;
  /** 0: not published yet. */
  version: number;
  /** Without info texts. */
  questions: number;
  errors: number;
  warnings: number;
  approvedAt: Instant | null;
}

// GET /api/approvals/{survey}

export interface ApprovalView {
  survey: ApprovalLine;
  asksSelfImage: boolean;
  introduction: Localized | null;
  thanks: Localized | null;
  questions: PreviewedQuestion[];
  findings: { severity: 'error' | 'warning'; code: string; questionId: string | null; text: string }[];
  /** Newest first. */
  history: ApprovalDecision[];
}

export type QuestionKind =
  'rating' | 'nps' | 'csat' | 'fcr' | 'singleChoice' | 'multipleChoice' | 'yesNo' | 'freeText' | 'info' | 'level';

export interface PreviewedQuestion {
  id: string;
  kind: QuestionKind;
  text: Localized;
  help: Localized | null;
  required: boolean;
  scale: { min: number; max: number; minLabel: Localized; maxLabel: Localized } | null;
  /** What can be chosen, or the levels, lowest first. */
  options: Localized[];
  /** As the advisor is asked it. */
  selfText: Localized | null;
  field: Localized | null;
  factor: Localized | null;
  /** The next question depends on the answer. */
  branches: boolean;
}

export interface ApprovalDecision extends Decision {
  step: 'approved' | 'withdrawn';
  version: number;
  reason: string;
}

// GET /api/concept

export interface ConceptView {
  /** Why no mail may leave; null: the concept stands in nobody's way. */
  lock: { code: string; text: string } | null;
  /** Of the latest decision, sent back as `seen`; 0: none. */
  number: number;
  sendingFrom: Day | null;
  today: Day;
  /** Newest first. */
  history: ConceptDecision[];
}

export interface ConceptDecision extends Decision {
  step: 'agreed' | 'withdrawn';
  version: number;
  agreedWith: string;
  agreedOn: Day | null;
  effectiveFrom: Day | null;
  title: string;
  /** Of a withdrawal: why. */
  note: string;
}

// GET /api/review-portals

export interface ReviewPortalsView {
  links: ReviewLinkView[];
  /** Of the latest decision, sent back as `seen`; 0: none. */
  number: number;
  /** So many links at most. */
  most: number;
  /** To be shown before a portal is restricted to promoters. */
  warning: string;
  /** Newest first. */
  history: ReviewLinksDecision[];
}

/** Also what is sent. */
export interface ReviewLink {
  portal: string;
  url: string;
  labelDe: string;
  labelEn: string;
  promotersOnly: boolean;
}

export interface ReviewLinkView extends ReviewLink {
  /** Shown to everybody, always. */
  isGoogle: boolean;
}

export interface ReviewLinksDecision extends Decision {
  portals: { portal: string; promotersOnly: boolean }[];
  warningAccepted: boolean;
}
