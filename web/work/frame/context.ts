/** What every page needs: the API, the session, the language with its texts and formats. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from '../../shared/api/client';
import type { Session } from '../../shared/api/types';
import type { Formats, Language } from '../../shared/formats';
import type { Texts } from '../../shared/texts/texts';

export interface Words {
  language: Language;
  setLanguage: (language: Language) => void;
  t: Texts;
  f: Formats;
}

export const WordsContext = createContext<Words | null>(null);
export const ApiContext = createContext<Api | null>(null);
export const SessionContext = createContext<Session | null>(null);

export function useWords(): Words {
  return present(useContext(WordsContext), 'words');
}

export function useApi(): Api {
  return present(useContext(ApiContext), 'api');
}

export function useSession(): Session {
  return present(useContext(SessionContext), 'session');
}

function present<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`No ${name} around this component.`);
  return value;
}
