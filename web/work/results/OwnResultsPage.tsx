/** *Meine Ergebnisse*: praise first, then figures that say how little they sometimes know. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnResults, OwnSurvey } from '../../shared/api/types';
import { OwnCallbacks } from '../callbacks/OwnCallbacks';
import { announce } from '../frame/announce';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Empty, Shown } from '../frame/states';
import { KeyFigures } from './KeyFigures';
import { Praise } from './Praise';
import { arrivals, greeting, shownLines } from './results';
import { ScoreTable } from './ScoreTable';
import { viewHref } from './views/routes';

export function OwnResultsPage() {
  const { t, f } = useWords();
  const loaded = useLive<OwnResults>('/api/results/own', 5000);
  const data = loaded.data;
  const arrived = useArrivals(data);
  const title = data ? t.results[greeting(f.hourOf(new Date()))](data.advisor.address) : t.results.title;
  return (
    <Page title={title} windowTitle={t.results.title} aside={data && <Fresh of={data} arrived={arrived} />}>
      <Shown of={loaded}>
        {(results) => (
          <div class="results">
            {results.answers === 0 && results.comments.length === 0 ? (
              <>
                <OwnCallbacks />
                <Pending of={results.surveys} />
                <Empty>{t.results.empty}</Empty>
              </>
            ) : (
              <Answers of={results} />
            )}
            <Sources of={results} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

/** Says each new answer once, politely, and keeps the number on the page. */
function useArrivals(data: OwnResults | null): number {
  const { t } = useWords();
  const before = useRef<OwnResults | null>(null);
  const [arrived, setArrived] = useState(0);
  useEffect(() => {
    if (!data) return;
    const count = arrivals(before.current, data);
    if (count > 0) {
      announce(t.results.arrived(count));
      setArrived((sum) => sum + count);
    }
    before.current = data;
  }, [data, t]);
  return arrived;
}

function Fresh({ of, arrived }: { of: OwnResults; arrived: number }) {
  const { t } = useWords();
  return (
    <>
      <span>{of.fresh.count > 0 ? t.results.fresh(of.fresh.count) : t.results.noFresh}</span>
      {arrived > 0 && <strong>{t.results.justNow(arrived)}</strong>}
    </>
  );
}

function Answers({ of }: { of: OwnResults }) {
  const { t, f } = useWords();
  return (
    <>
      <Praise comments={of.comments} />
      <OwnCallbacks />
      <Pending of={of.surveys} />
      <KeyFigures of={of} />
      <p>
        <a href={viewHref('overview', { advisor: of.advisor.userName })}>{t.results.allViews}</a>
      </p>
      <p class="hint measure">
        {t.results.period(f.day(of.from), f.day(of.to))}. {t.results.intervalNote}
        {of.byInterviewer > 0 && ` ${t.results.byInterviewer(of.byInterviewer)}`}
        {of.otherScales.length > 0 && ` ${t.results.otherScales(f.list(of.otherScales))}`}
      </p>
      {shownLines(of.factors).length > 0 && (
        <ScoreTable
          id="factors"
          title={t.results.factors}
          head={t.results.factor}
          lines={of.factors}
          scale={of.scale}
        />
      )}
      {shownLines(of.fields).length > 0 && (
        <ScoreTable id="fields" title={t.results.fields} head={t.results.field} lines={of.fields} scale={of.scale} />
      )}
    </>
  );
}

/** What is still hidden until the advisor has answered the own self-image. */
function Pending({ of }: { of: OwnSurvey[] }) {
  const { t } = useWords();
  const pending = of.filter((survey) => survey.selfImage === 'pending');
  if (pending.length === 0) return null;
  return (
    <section class="note" aria-labelledby="pending">
      <h2 id="pending">{t.results.pendingTitle}</h2>
      <ul class="plain">
        {pending.map((survey) => (
          <li key={survey.id}>
            {t.results.pending(survey.name)}{' '}
            {survey.selfImageUrl ? (
              <a href={survey.selfImageUrl}>{t.results.pendingLink(survey.name)}</a>
            ) : (
              t.results.pendingNoLink
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ of }: { of: OwnResults }) {
  const { t } = useWords();
  if (of.surveys.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t.results.surveys}</h2>
      <ul class="plain">
        {of.surveys.map((survey) => (
          <li key={survey.id}>
            {survey.name}: {t.results.surveyAnswers(survey.answers)}
            {survey.confidential && <span class="quiet"> · {t.results.confidential}</span>}
            {survey.missing > 0 && <span class="quiet"> · {t.common.withheld(survey.missing)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
