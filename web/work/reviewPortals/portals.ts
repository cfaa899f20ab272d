import type { ReviewLink, ReviewPortalsView } from '../../shared/api/types';

/** A portal as it is being typed; `key` stays while others come and go. */
export interface EditedLink extends ReviewLink {
  key: number;
}

export function editable({ links }: ReviewPortalsView): EditedLink[] {
  return links.map(({ portal, url, labelDe, labelEn, promotersOnly }, key) => ({
    key,
    portal,
    url,
    labelDe,
    labelEn,
    promotersOnly,
  }));
}

export function added(links: EditedLink[]): EditedLink[] {
  const key = Math.max(-1, ...links.map((link) => link.key)) + 1;
  return [...links, { key, portal: '', url: '', labelDe: '', labelEn: '', promotersOnly: false }];
}

/** The same judgement as the server's, so that the choice is not offered where it would be refused. */
export function isGoogle({ portal, url }: ReviewLink): boolean {
  if (portal.toLowerCase().includes('google')) return true;
  try {
    return new URL(url).hostname.split('.').some((part) => ['google', 'goo', 'g'].includes(part));
  } catch {
    return false;
  }
}

/** True if a portal becomes restricted, or a restricted one leads elsewhere: the warning must be accepted. */
export function needsWarning(links: ReviewLink[], before: ReviewLink[]): boolean {
  return links.some(
    (link) =>
      link.promotersOnly &&
      !isGoogle(link) &&
      !before.some((b) => b.promotersOnly && b.portal === link.portal.trim() && b.url === link.url.trim()),
  );
}

export function choiceBody(links: EditedLink[], warningAccepted: boolean, seen: number) {
  return {
    links: links.map(({ key: _, ...link }) => ({ ...link, promotersOnly: link.promotersOnly && !isGoogle(link) })),
    warningAccepted,
    seen,
  };
}
