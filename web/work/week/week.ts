import type { DeferredMails, ImportView, SendProgress, Todo, WeekView } from '../../shared/api/types';
import type { Formats } from '../../shared/formats';
import type { Texts } from '../../shared/texts/texts';
import { query } from '../frame/router';
import { canBeTaken, hasNothingToTake } from '../imports/counts';

/** "39 Einladungen und 27 Selbstbilder"; only what there is; empty if there is nothing. */
export function whatIsSent(
  counts: { invitations: number; selfImages: number; reminders?: number },
  t: Texts,
  f: Formats,
): string {
  const parts = [
    counts.invitations > 0 ? t.week.invitations(counts.invitations) : '',
    counts.selfImages > 0 ? t.week.selfImages(counts.selfImages) : '',
    (counts.reminders ?? 0) > 0 ? t.week.reminders(counts.reminders ?? 0) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : f.list(parts);
}

export type NextStep = 'upload' | 'confirm' | 'send' | 'correct' | 'wait' | 'nothing';

/** The one thing to do now; its button is the page's primary one. */
export function nextStep(view: WeekView): NextStep {
  if (view.running) return 'wait';
  if (view.imports.some(canBeTaken)) return 'confirm';
  // Only what no lock holds back is counted.
  if (view.sendable.invitations + view.sendable.selfImages > 0) return 'send';
  if (view.imports.some(hasNothingToTake)) return 'correct';
  return view.imports.length === 0 ? 'upload' : 'nothing';
}

/** 0–1; mails that failed for good are done, too. */
export function progress({ queued, sent, failed }: SendProgress): number {
  return queued <= 0 ? 1 : Math.min(1, (sent + failed) / queued);
}

export function mailsDeferred(deferred: DeferredMails[]): number {
  return deferred.reduce((sum, { count }) => sum + count, 0);
}

/** Faster while mails are leaving. Milliseconds. */
export function pollInterval(view: WeekView | null): number {
  const busy = view?.running || view?.imports.some((each) => each.state === 'reading');
  return busy ? 1000 : 5000;
}

/** Where a thing to do is done; null: it is told, and done elsewhere. */
export function todoLink(todo: Todo, imports: ImportView[]): string | null {
  switch (todo.kind) {
    case 'undeliverable':
      return `/teilnehmer${query({ zustand: 'undeliverable' })}`;
    case 'advisorUnknown':
      return `/teilnehmer${query({ zustand: 'advisorUnknown' })}`;
    case 'approvalWithdrawn':
      return '/freigaben';
    case 'callback':
      return '/rueckrufe';
    case 'conceptNotAgreed':
      return '/freigaben/konzept';
    case 'importPreview':
      return openImport(imports);
    default:
      return null;
  }
}

/** Where a lock on sending is opened. */
export function lockLink(code: string, t: Texts): { href: string; text: string } {
  return code.startsWith('concept-')
    ? { href: '/freigaben/konzept', text: t.week.toConcept }
    : { href: '/freigaben', text: t.week.toApprovals };
}

/** The oldest import that waits: the order in which they are taken over decides which of two rows is the first. */
function openImport(imports: ImportView[]): string | null {
  const open = imports.filter((each) => each.canConfirm).at(-1);
  return open ? `/importe/${encodeURIComponent(open.id)}` : null;
}
