import type { ApprovalLine, ApprovalView, ConceptView, ReviewPortalsView } from '../../../../web/shared/api/types';

export function line(part: Partial<ApprovalLine> = {}): ApprovalLine {
  return {
    id: 'beratung',
    name: 'Beratung',
    kind: 'eventBased',
    confidentiality: 'personal',
    stage: 'checked',
    version: 1,
    questions: 1,
    errors: 0,
    warnings: 0,
    approvedAt: null,
    ...part,
  };
}

export function approvalView(part: Partial<ApprovalView> = {}): ApprovalView {
  return {
    survey: line(),
    asksSelfImage: true,
    introduction: { de: 'Guten Tag', en: 'Hello' },
    thanks: { de: 'Danke', en: 'Thank you' },
    questions: [
      {
        id: 'hint',
        kind: 'info',
        text: { de: 'Zuerst ein Hinweis', en: 'A word first' },
        help: null,
        required: false,
        scale: null,
        options: [],
        selfText: null,
        field: null,
        factor: null,
        branches: false,
      },
      {
        id: 'care',
        kind: 'rating',
        text: { de: 'Wie gut hat {{berater}} zugehört?', en: 'How well did {{berater}} listen?' },
        help: null,
        required: true,
        scale: {
          min: 1,
          max: 5,
          minLabel: { de: 'gar nicht gut', en: 'not well at all' },
          maxLabel: { de: 'sehr gut', en: 'very well' },
        },
        options: [],
        selfText: null,
        field: { de: 'Finanzierungen', en: 'Financing' },
        factor: { de: 'Persönliche Beziehung', en: 'Personal relationship' },
        branches: true,
      },
    ],
    findings: [],
    history: [],
    ...part,
  };
}

export function conceptView(part: Partial<ConceptView> = {}): ConceptView {
  return {
    lock: { code: 'concept-not-agreed', text: 'Noch nicht vereinbart.' },
    number: 0,
    sendingFrom: null,
    today: '2026-11-09',
    history: [],
    ...part,
  };
}

export const agreed = conceptView({
  lock: null,
  number: 1,
  sendingFrom: '2026-11-05',
  history: [
    {
      number: 1,
      step: 'agreed',
      version: 1,
      agreedWith: 'Personalrat',
      agreedOn: '2026-11-05',
      effectiveFrom: '2026-11-05',
      title: 'Fassung 3',
      note: '',
      by: 'Irem Apitz',
      at: '2026-11-09T07:00:00Z',
    },
  ],
});

export function portalsView(part: Partial<ReviewPortalsView> = {}): ReviewPortalsView {
  return {
    links: [
      {
        portal: 'Gute Banken',
        url: 'https://bewertung.example/x',
        labelDe: 'Bewerten',
        labelEn: 'Review',
        promotersOnly: false,
        isGoogle: false,
      },
    ],
    number: 0,
    most: 8,
    warning: 'Bitte prüfen Sie die Regeln dieses Portals.',
    history: [],
    ...part,
  };
}
