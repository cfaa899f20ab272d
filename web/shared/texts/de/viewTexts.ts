/** All German texts of the results' views: a file of their own, fetched with these pages. */
import { report } from './report';
import { slice } from './slice';
import { views } from './views';

export const viewTexts = { report, slice, views } as const;
