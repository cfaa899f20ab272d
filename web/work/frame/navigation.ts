import type { Session } from '../../shared/api/types';
import type { Texts } from '../../shared/texts/texts';
import { query } from './router';

export interface NavItem {
  href: string;
  key: keyof Texts['frame']['nav'];
  /** What the page opens with, where that is not everything. */
  search?: string;
}

/** The pages in the menu, by role; what comes first is the start page. */
export function navigationFor(session: Session): NavItem[] {
  const items: NavItem[] = [];
  const { roles } = session.user;
  if (roles.includes('salesManagement')) {
    items.push(
      { href: '/woche', key: 'week' },
      { href: '/teilnehmer', key: 'participants' },
      { href: '/ruecklauf', key: 'return' },
      { href: '/ergebnisse', key: 'results' },
      { href: '/stammdaten', key: 'organisation' },
      { href: '/freigaben', key: 'approvals' },
    );
  }
  if (roles.includes('advisor')) items.push({ href: '/meine-ergebnisse', key: 'own' });
  if (!roles.includes('salesManagement') && (roles.includes('advisor') || roles.includes('head'))) {
    items.push(resultsOf(session));
  }
  if (roles.includes('salesManagement') && session.hasOutbox) items.push({ href: '/postausgang', key: 'outbox' });
  return items;
}

/** Heads begin with the whole bank, advisors with their own results. */
export function resultsOf({ user }: Session): NavItem {
  const own = user.roles.includes('advisor') && !user.roles.some((role) => role !== 'advisor');
  const search = own ? query({ advisor: user.userName }) : '';
  return { href: '/ergebnisse', key: 'results', search };
}

export function startPage(session: Session): string | null {
  return navigationFor(session)[0]?.href ?? null;
}

/** True for the page itself and the pages below it. An import belongs to the week. */
export function isCurrent(href: string, path: string): boolean {
  const of = path.startsWith('/importe/') ? '/woche' : path;
  return of === href || of.startsWith(`${href}/`);
}
