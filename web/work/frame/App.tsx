/** The whole: language, session, the page for the path, and signing in again over a page whose session has ended. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyAccent } from '../../shared/accent';
import { Api, ApiError } from '../../shared/api/client';
import type { Session } from '../../shared/api/types';
import { createFormats, type Language, zoneWithoutSession } from '../../shared/formats';
import { texts } from '../../shared/texts/texts';
import { fetchViewTexts } from '../../shared/texts/viewTexts';
import { SignInAgain } from '../signin/SignInAgain';
import { fetchAhead } from './ahead';
import { ApiContext, SessionContext, WordsContext } from './context';
import { keepFocus } from './focus';
import { Frame } from './Frame';
import { initialLanguage, storedLanguage, storeLanguage } from './language';
import { startPage } from './navigation';
import { PageFor } from './pages';
import { followLinks, navigate } from './router';
import { ErrorNote, Loading } from './states';

type Known = { session: Session | null } | { error: ApiError } | 'asking';

export function App() {
  const [language, setLanguage] = useState<Language>(() => initialLanguage(storedLanguage(), navigator.languages));
  const [known, setKnown] = useState<Known>('asking');
  const session = known !== 'asking' && 'session' in known ? known.session : null;
  const zone = session?.institute.timeZone ?? zoneWithoutSession;
  const [waiting, setWaiting] = useState<(() => void)[]>([]);
  const spoken = useRef(language);
  spoken.current = language;

  const api = useMemo(
    () =>
      new Api({
        language: () => spoken.current,
        signInAgain: () => new Promise((resolve) => setWaiting((before) => [...before, resolve])),
      }),
    [],
  );
  const words = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        storeLanguage(next);
        setLanguage(next);
      },
      t: texts[language],
      f: createFormats(language, zone),
    }),
    [language, zone],
  );

  const ask = () => {
    setKnown('asking');
    api.session().then(
      (session) => setKnown({ session }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        setKnown({ error });
      },
    );
  };

  // Once, when the page begins.
  useEffect(() => {
    followLinks();
    ask();
  }, []);

  useEffect(keepFocus, []);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    if (session) applyAccent(session.institute.accentColour);
  }, [session]);

  const mayRead = Boolean(session && session.user.roles.length > 0);
  useEffect(() => {
    const results = () => [import('../results/ResultsPages'), import('../charts/engine'), fetchViewTexts(language)];
    if (mayRead) fetchAhead(() => Promise.all(results()));
  }, [mayRead, language]);

  const signedIn = (next: Session) => {
    setKnown({ session: next });
    for (const resume of waiting) resume();
    setWaiting([]);
  };
  const signOut = async () => {
    try {
      await api.signOut();
      leave();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setKnown({ error });
    }
  };
  const leave = () => {
    setWaiting([]);
    setKnown({ session: null });
    navigate('/anmelden?abgemeldet=1');
  };
  const begin = (next: Session, to: string | null) => {
    signedIn(next);
    navigate(to ?? startPage(next) ?? '/', 'replace');
  };

  return (
    <WordsContext.Provider value={words}>
      <ApiContext.Provider value={api}>
        <SessionContext.Provider value={session}>
          <Frame session={session} onSignOut={signOut}>
            {known === 'asking' && <Loading />}
            {known !== 'asking' && 'error' in known && <ErrorNote error={known.error} retry={ask} />}
            {known !== 'asking' && 'session' in known && (
              <PageFor session={session} onSignedIn={begin} onLeft={leave} />
            )}
          </Frame>
          {waiting.length > 0 && session && <SignInAgain session={session} onSignedIn={signedIn} onLeave={leave} />}
        </SessionContext.Provider>
      </ApiContext.Provider>
    </WordsContext.Provider>
  );
}
