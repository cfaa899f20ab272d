/** Client-side routes with real paths. Links are plain `<a href>`: one listener turns them into navigation. */
import { useEffect, useState } from 'preact/hooks';

export type Params = Record<string, string>;

/** The values of `:names` in the pattern, or null if the path is another one. */
export function match(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) return null;
  const params: Params = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      params[part.slice(1)] = decoded(value);
    } else if (part !== value) {
      return null;
    }
  }
  return params;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A query string without its empty values, "" or "?a=b". */
export function query(values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export interface Location {
  path: string;
  search: URLSearchParams;
  /** What is looked for on the page. Kept with the browser's history, not in the address: it is often a person's name. */
  words: string;
  /** Counts navigations; 0 is the page that the browser loaded itself. */
  visit: number;
}

const moved = 'see360:moved';
let visits = 0;

export function navigate(to: string, how: 'push' | 'replace' = 'push', words = ''): void {
  if (how === 'push') history.pushState({ words }, '', to);
  else history.replaceState({ words }, '', to);
  visits += 1;
  dispatchEvent(new Event(moved));
}

function here(): Location {
  const { words = '' } = (history.state ?? {}) as Partial<Location>;
  return { path: location.pathname, search: new URLSearchParams(location.search), words, visit: visits };
}

export function useLocation(): Location {
  const [current, setCurrent] = useState(here);
  useEffect(() => {
    const update = () => setCurrent(here());
    const back = () => {
      visits += 1;
      update();
    };
    // A child may have navigated (a redirect) before this listener was there.
    setCurrent((known) => (known.visit === visits ? known : here()));
    addEventListener(moved, update);
    addEventListener('popstate', back);
    return () => {
      removeEventListener(moved, update);
      removeEventListener('popstate', back);
    };
  }, []);
  return current;
}

/** Follows links inside the product without loading the page anew. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.defaultPrevented || !isOwnPage(link)) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}

function isOwnPage(link: HTMLAnchorElement): boolean {
  const servedByApi = /^\/(api|s|w)\//.test(link.pathname);
  const inPage = link.hash !== '' && link.pathname === location.pathname;
  return link.origin === location.origin && !link.target && !link.hasAttribute('download') && !servedByApi && !inPage;
}
