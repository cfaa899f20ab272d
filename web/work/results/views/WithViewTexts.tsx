/** The texts of the results in the language that is shown. While those of another language are fetched for the first time,
 * the page stays as it is: what was opened or typed is not lost. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchViewTexts, knownViewTexts, type ViewTexts } from '../../../shared/texts/viewTexts';
import { useWords } from '../../frame/context';
import { notArrived } from '../../frame/Deferred';
import { ErrorNote, Loading } from '../../frame/states';

export function WithViewTexts({ children }: { children: (v: ViewTexts) => ComponentChildren }) {
  const { language } = useWords();
  const shown = useRef<ViewTexts | null>(null);
  shown.current = knownViewTexts(language) ?? shown.current;
  const [, arrived] = useState(0);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setFailed(false);
    // Not only whether they are known: they may have arrived after the page was drawn without them.
    if (shown.current !== null && shown.current === knownViewTexts(language)) return;
    // Whoever switches back meanwhile sees what was chosen last: the texts are looked up by the language of the page.
    let gone = false;
    fetchViewTexts(language).then(
      () => !gone && arrived((count) => count + 1),
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [language, turn]);
  return (
    <>
      {failed && <ErrorNote error={notArrived} retry={() => setTurn(turn + 1)} />}
      {shown.current && children(shown.current)}
      {!shown.current && !failed && <Loading />}
    </>
  );
}
