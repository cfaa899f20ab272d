/** *Aufbewahrung*: how long what is kept, what is due next, and what was deleted. */
import type { RetentionRun, RetentionView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Scroll } from '../frame/Scroll';
import { Empty, Shown } from '../frame/states';
import { deletedText, nextText, periodText, weeksText } from './retention';

export function RetentionPage() {
  const { t } = useWords();
  const loaded = useLive<RetentionView>('/api/retention');
  return (
    <Page title={t.retention.title} back={{ href: '/freigaben', text: t.approvals.title }}>
      <p class="lead">{t.retention.lead}</p>
      <Shown of={loaded}>
        {(view) => (
          <>
            <Periods of={view} />
            <Staying />
            <section aria-labelledby="runs">
              <h2 id="runs">{t.retention.runs}</h2>
              {view.runs.length === 0 ? <Empty>{t.retention.noRuns}</Empty> : <Runs of={view.runs} />}
            </section>
          </>
        )}
      </Shown>
    </Page>
  );
}

function Periods({ of }: { of: RetentionView }) {
  const { t, f } = useWords();
  return (
    <section aria-labelledby="periods">
      <h2 id="periods">{t.retention.periods}</h2>
      <p class="measure">{of.doneOn === null ? t.retention.notDone : t.retention.done(f.day(of.doneOn))}</p>
      <table class="table stacking">
        <caption class="visually-hidden">{t.retention.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.retention.what}</th>
            <th scope="col">{t.retention.period}</th>
            <th scope="col">{t.retention.next}</th>
          </tr>
        </thead>
        <tbody>
          {of.classes.map((each) => (
            <tr key={each.of}>
              <td>
                <strong>{t.retention.classes[each.of]}</strong>
                <span class="second">{t.retention.holds[each.of]}</span>
              </td>
              <td data-label={t.retention.period}>
                <strong>{periodText(each, t)}</strong>
                <span class="second">{t.retention.from[each.of]}</span>
              </td>
              <td data-label={t.retention.next}>{nextText(each, of.today, t, f)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Staying() {
  const { t } = useWords();
  return (
    <section aria-labelledby="stays">
      <h2 id="stays">{t.retention.stays}</h2>
      <ul class="measure rules">
        {Object.values(t.retention.staying).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}

function Runs({ of }: { of: RetentionRun[] }) {
  const { t, f } = useWords();
  return (
    <Scroll label={t.retention.runsCaption}>
      <table class="table stacking">
        <caption class="visually-hidden">{t.retention.runsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.retention.at}</th>
            <th scope="col">{t.retention.weeks}</th>
            <th scope="col">{t.retention.deleted}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((run) => (
            <tr key={run.at}>
              <td>{f.instant(run.at)}</td>
              <td data-label={t.retention.weeks}>{weeksText(run, t, f)}</td>
              <td data-label={t.retention.deleted}>{deletedText(run, t, f)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
