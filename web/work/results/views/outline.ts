/** What is known before a view's data: which view, which slice, what there is to choose. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ResultChoices } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import type { SliceParams } from '../slice/slice';
import type { ViewKey } from './routes';

export interface Outline {
  view: ViewKey;
  slice: SliceParams;
  choices: ResultChoices | null;
  v: ViewTexts;
}

export const OutlineContext = createContext<Outline | null>(null);

export function useOutline(): Outline {
  const value = useContext(OutlineContext);
  if (!value) throw new Error('No outline around this component.');
  return value;
}
