/** All English texts of the results' views: a file of their own, fetched with these pages. */
import type { ViewTexts } from '../viewTexts';
import { report } from './report';
import { slice } from './slice';
import { views } from './views';

export const viewTexts: ViewTexts = { report, slice, views };
