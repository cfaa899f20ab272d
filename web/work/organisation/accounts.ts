/** What a page says of an account, and what can be done with it. */
import type { Account, Person } from '../../shared/api/types';
import type { Formats } from '../../shared/formats';
import type { Texts } from '../../shared/texts/texts';

export type StepKind = 'send' | 'lock' | 'unlock';

export function shownName(person: Person): string {
  return person.name || person.userName;
}

export function stateOf(person: Person): keyof Texts['account']['states'] {
  return person.account?.state ?? 'none';
}

/** Nobody locks the own account: somebody of sales management is always left. */
export function stepsOf(person: Person, own: boolean): StepKind[] {
  const state = stateOf(person);
  if (state === 'none' || state === 'inactive') return [];
  if (state === 'locked') return ['unlock'];
  return own ? ['send'] : ['send', 'lock'];
}

export function accountDetail(account: Account | null, t: Texts, f: Formats): string {
  if (account?.lockedAt) return t.people.since(f.instant(account.lockedAt));
  if (!account?.linkUntil || account.state === 'expired') return '';
  return account.state === 'active'
    ? t.account.newLinkUntil(f.instant(account.linkUntil))
    : t.account.linkUntil(f.instant(account.linkUntil));
}
