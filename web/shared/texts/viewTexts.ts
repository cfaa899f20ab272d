/** The texts of the results' views, apart from the others: they are loaded with these pages. */
import type { Language } from '../formats';
import { slice } from './de/slice';
import { views } from './de/views';
import { slice as sliceEn } from './en/slice';
import { views as viewsEn } from './en/views';
import type { Widened } from './texts';

const de = { slice, views } as const;

export type ViewTexts = Widened<typeof de>;

export const viewTexts: Record<Language, ViewTexts> = { de, en: { slice: sliceEn, views: viewsEn } };
