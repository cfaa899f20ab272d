/** What GET /api/survey/{token} answers. Members that have no value are left out. */
export type Language = 'de' | 'en';

export interface Localized {
  de: string;
  en: string;
}

export type State = 'open' | 'notOpen' | 'expired' | 'final' | 'objected';

export interface Survey {
  state: State;
  kind: 'customer' | 'selfImage' | 'test';
  language: Language;
  institute: Institute;
  advisor?: { name: string; address: Localized; hasPhoto: boolean };
  /** `2026-11-05` */
  conversationOn?: string;
  whoSees?: Localized;
  isConfidential: boolean;
  /** With the offset of the bank's time zone: `2026-12-07T08:00:00+01:00` */
  expiresAt?: string;
  pageLinks: PageLink[];
  survey?: Questionnaire;
  answers?: Sheet;
}

export interface Institute {
  name: string;
  accentColour: string;
  imprint: { legalName: string; street: string; city: string; phone: string; email: string; register: string };
  privacyNotice: Localized;
  isDemonstration: boolean;
}

export interface Questionnaire {
  version: number;
  ratingScale: { min: number; max: number; minLabel: Localized; maxLabel: Localized };
  introduction: Localized;
  thanks: Localized;
  questions: Question[];
}

export type QuestionKind =
  'rating' | 'nps' | 'csat' | 'fcr' | 'singleChoice' | 'multipleChoice' | 'yesNo' | 'freeText' | 'info' | 'level';

export interface Question {
  id: string;
  kind: QuestionKind;
  text: Localized;
  help?: Localized;
  required?: boolean;
  choices?: { id: string; text: Localized }[];
  anchors?: Localized[];
  branches?: Branch[];
}

export interface Branch {
  goTo: string;
  minScore?: number;
  maxScore?: number;
  anyChoice?: string[];
  cannotJudge?: boolean;
}

export interface Answer {
  score?: number;
  desired?: number;
  choices?: string[];
  text?: string;
  cannotJudge?: boolean;
}

export type Answers = Record<string, Answer>;

/** What is stored. */
export interface Sheet {
  revision: number;
  version: number;
  answers: Answers;
  completedAt?: string;
  hasUnsentChanges: boolean;
  callbackRequested: boolean;
  reviewLinks: PageLink[];
}

export interface PageLink {
  url: string;
  label: Localized;
}
