import type { Session } from '../../shared/api/types';
import type { Texts } from '../../shared/texts/texts';

export interface NavItem {
  href: string;
  key: keyof Texts['frame']['nav'];
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
      { href: '/stammdaten', key: 'organisation' },
      { href: '/freigaben', key: 'approvals' },
    );
  }
  if (roles.includes('advisor')) items.push({ href: '/meine-ergebnisse', key: 'own' });
  if (roles.includes('salesManagement') && session.hasOutbox) items.push({ href: '/postausgang', key: 'outbox' });
  return items;
}

export function startPage(session: Session): string | null {
  return navigationFor(session)[0]?.href ?? null;
}

/** True for the page itself and the pages below it. An import belongs to the week. */
export function isCurrent(href: string, path: string): boolean {
  const of = path.startsWith('/importe/') ? '/woche' : path;
  return of === href || of.startsWith(`${href}/`);
}
