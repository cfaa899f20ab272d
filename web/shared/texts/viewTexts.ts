/** The texts of the results' views, apart from the others: only those of the language that is shown are fetched. */
import type { Language } from '../formats';
import type { viewTexts as german } from './de/viewTexts';
import type { Widened } from './texts';

export type ViewTexts = Widened<typeof german>;

const files: Record<Language, () => Promise<ViewTexts>> = {
  de: () => import('./de/viewTexts').then((file) => file.viewTexts),
  en: () => import('./en/viewTexts').then((file) => file.viewTexts),
};

const known = new Map<Language, ViewTexts>();

/** Null until they have been fetched. */
export function knownViewTexts(language: Language): ViewTexts | null {
  return known.get(language) ?? null;
}

export async function fetchViewTexts(language: Language): Promise<ViewTexts> {
  const texts = known.get(language) ?? (await files[language]());
  known.set(language, texts);
  return texts;
}
