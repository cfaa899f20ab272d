/** The texts of the results' views, apart from the others: they are loaded with these pages. */
import type { Language } from '../formats';
import { report } from './de/report';
import { slice } from './de/slice';
import { views } from './de/views';
import { report as reportEn } from './en/report';
import { slice as sliceEn } from './en/slice';
import { views as viewsEn } from './en/views';
import type { Widened } from './texts';

const de = { report, slice, views } as const;

export type ViewTexts = Widened<typeof de>;

export const viewTexts: Record<Language, ViewTexts> = { de, en: { report: reportEn, slice: sliceEn, views: viewsEn } };
