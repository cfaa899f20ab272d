/** The ways to the views, and where in the API they come from. */
import { sliceQuery, type SliceParams } from '../slice/slice';
import { addresses, viewKeys, type ViewKey } from './addresses';

export type { ViewKey };

export const groups = {
  whole: ['overview', 'management', 'organisation'],
  topics: ['fields', 'factors', 'questions', 'maturity'],
  time: ['loyalty', 'trend', 'return'],
  voices: ['comments', 'selfImage'],
} as const satisfies Record<string, readonly ViewKey[]>;

/** The page of a view for a slice. */
export function viewHref(view: ViewKey, slice: SliceParams = {}, further: Record<string, string | null> = {}): string {
  return `${addresses[view]}${sliceQuery(slice, further)}`;
}

/** Null: no view has this address. */
export function viewAt(path: string): ViewKey | null {
  const plain = path.replace(/(.)\/$/, '$1');
  return viewKeys.find((view) => addresses[view] === plain) ?? null;
}

/** Where the API answers a view. Both grids are one answer, turned. */
export function viewPath(view: ViewKey, slice: SliceParams, further: Record<string, string | null> = {}): string {
  const name = view === 'fields' || view === 'factors' ? 'grid' : view;
  return `/api/results/${name}${sliceQuery(slice, further)}`;
}
