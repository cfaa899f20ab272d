/** What a view of the results stands in: its slice, its head, the texts of these pages. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ResultChoices, ResultHead } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import type { SliceParams } from '../slice/slice';

export interface ViewContextValue {
  slice: SliceParams;
  head: ResultHead;
  choices: ResultChoices | null;
  v: ViewTexts;
}

export const ViewContext = createContext<ViewContextValue | null>(null);

export function useView(): ViewContextValue {
  const value = useContext(ViewContext);
  if (!value) throw new Error('No view around this component.');
  return value;
}
