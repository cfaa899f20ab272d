import type { ApprovalLine, ApprovalView, ConceptView, ReviewPortalsView } from '../../shared/api/types';
import type { Formats } from '../../shared/formats';
import type { Texts } from '../../shared/texts/texts';

/** What the checks found, in a few words. */
export function checkSummary({ errors, warnings }: ApprovalLine, t: Texts, f: Formats): string {
  const parts = [
    errors > 0 ? t.approvals.errors(errors) : '',
    warnings > 0 ? t.approvals.warnings(warnings) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t.approvals.noFindings : f.list(parts);
}

export type ApprovalAction = 'publish' | 'approve' | 'withdraw' | 'none';

/** What can be done with the survey now. Errors stand in the way of everything but withdrawing. */
export function approvalAction({ stage, version }: ApprovalLine): ApprovalAction {
  if (stage === 'approved') return 'withdraw';
  if (stage === 'faulty') return 'none';
  return version === 0 ? 'publish' : 'approve';
}

/** The numbers that questions have on the page, by id: info texts have none. */
export function questionNumbers(questions: ApprovalView['questions']): Map<string, number> {
  const asked = questions.filter((each) => each.kind !== 'info');
  return new Map(asked.map((each, index) => [each.id, index + 1]));
}

/** One sentence on the concept. */
export function conceptSummary({ lock, sendingFrom, history, today }: ConceptView, t: Texts, f: Formats): string {
  const latest = history[0];
  if (lock)
    return lock.code === 'concept-not-effective' && sendingFrom ? t.concept.from(f.day(sendingFrom)) : lock.text;
  return latest?.effectiveFrom && latest.effectiveFrom > today
    ? t.concept.openUntil(f.day(latest.effectiveFrom))
    : t.concept.open;
}

/** "Google und Gute Banken (nur Promotoren)". */
export function portalNames(portals: { portal: string; promotersOnly: boolean }[], t: Texts, f: Formats): string {
  return f.list(portals.map((each) => (each.promotersOnly ? t.reviewPortals.promoters(each.portal) : each.portal)));
}

export function portalSummary({ links }: ReviewPortalsView, t: Texts, f: Formats): string {
  return links.length === 0 ? t.reviewPortals.none : t.reviewPortals.summary(portalNames(links, t, f));
}
