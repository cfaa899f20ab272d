import type { Language } from '../../shared/formats';

const key = 'see360.language';

/** German first; English for those who chose it here, or whose browser asks for English before German. */
export function initialLanguage(stored: string | null, wanted: readonly string[]): Language {
  if (stored === 'de' || stored === 'en') return stored;
  const first = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'de' || tag === 'en');
  return first === 'en' ? 'en' : 'de';
}

export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    // Storage can be forbidden; the browser's wish decides then.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The address of a file in a language: a link to it sets no header. */
export function fileHref(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}language=${language}`;
}
