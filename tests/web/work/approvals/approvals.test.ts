import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../web/shared/formats';
import { texts } from '../../../../web/shared/texts/texts';
import {
  approvalAction,
  checkSummary,
  conceptSummary,
  portalSummary,
  questionNumbers,
} from '../../../../web/work/approvals/approvals';
import { lockLink, todoLink } from '../../../../web/work/week/week';
import { agreed, approvalView, conceptView, line, portalsView } from './examples';

const t = texts.de;
const f = createFormats('de', 'Europe/Berlin');

describe('A survey', () => {
  it.each([
    [line({ stage: 'draft', version: 0 }), 'publish'],
    [line({ stage: 'checked' }), 'approve'],
    [line({ stage: 'withdrawn' }), 'approve'],
    [line({ stage: 'approved' }), 'withdraw'],
    [line({ stage: 'faulty', errors: 1 }), 'none'],
    [line({ stage: 'approved', errors: 1 }), 'withdraw'],
  ] as const)('%# offers what can be done with it', (survey, action) => {
    expect(approvalAction(survey)).toBe(action);
  });

  it('says what the checks found', () => {
    expect(checkSummary(line(), t, f)).toBe('ohne Befund');
    expect(checkSummary(line({ errors: 2, warnings: 1 }), t, f)).toBe('2 Fehler und 1 Hinweis');
  });

  it('counts its questions without info texts', () => {
    expect([...questionNumbers(approvalView().questions)]).toEqual([['care', 1]]);
  });
});

describe('The concept in one sentence', () => {
  it('is the reason while sending is locked', () => {
    expect(conceptSummary(conceptView(), t, f)).toBe('Noch nicht vereinbart.');
  });

  it('names the day from which mails may leave', () => {
    const lock = { code: 'concept-not-effective', text: 'x' };
    expect(conceptSummary({ ...agreed, lock, sendingFrom: '2026-12-01' }, t, f)).toContain('Di, 1. Dez. 2026');
  });

  it('says that the former one applies until the new one does', () => {
    expect(conceptSummary(agreed, t, f)).toBe(t.concept.open);
    const history = [{ ...agreed.history[0]!, effectiveFrom: '2027-01-01' }];
    expect(conceptSummary({ ...agreed, history }, t, f)).toContain('bis dahin gilt die bisherige');
  });
});

describe('The portals in one sentence', () => {
  it('names each, and which one is restricted', () => {
    const [link] = portalsView().links;
    const links = [
      { ...link!, portal: 'Google' },
      { ...link!, promotersOnly: true },
    ];
    expect(portalSummary(portalsView({ links }), t, f)).toBe(
      'Auf der Dankesseite: Google und Gute Banken (nur Promotoren).',
    );
    expect(portalSummary(portalsView({ links: [] }), t, f)).toBe(t.reviewPortals.none);
  });
});

describe('A lock on sending', () => {
  it.each([
    ['concept-not-agreed', '/freigaben/konzept'],
    ['concept-withdrawn', '/freigaben/konzept'],
    ['concept-not-effective', '/freigaben/konzept'],
    ['survey-not-approved', '/freigaben'],
  ])('%s leads to where it is opened', (code, href) => {
    expect(lockLink(code, t).href).toBe(href);
  });

  it('is also among the things to do', () => {
    expect(todoLink({ kind: 'conceptNotAgreed', count: 1 }, [])).toBe('/freigaben/konzept');
  });
});
