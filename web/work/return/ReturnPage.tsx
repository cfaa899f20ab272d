/** *Rücklauf*: the funnel of each send week. */
import type { ReturnView, ReturnWeek } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Empty, Shown } from '../frame/states';
import { spread } from './funnel';
import { WeeksTable } from './WeeksTable';

export function ReturnPage() {
  const { t } = useWords();
  const loaded = useLive<ReturnView>('/api/return?weeks=26', 15_000);
  return (
    <Page title={t.return.title}>
      <p class="lead">{t.return.lead}</p>
      <Shown of={loaded}>
        {({ weeks }) => (weeks.length === 0 ? <Empty>{t.return.empty}</Empty> : <Weeks of={weeks} />)}
      </Shown>
    </Page>
  );
}

function Weeks({ of }: { of: ReturnWeek[] }) {
  const { t, f } = useWords();
  const finished = spread(of);
  return (
    <>
      {finished && (
        <p class="measure">
          {t.return.chartSentence(
            f.list(finished.best.map((week) => f.week(week.week))),
            f.percent(finished.low),
            f.percent(finished.high),
          )}
        </p>
      )}
      <WeeksTable of={of} />
      <p class="hint">{t.return.runningNote}</p>
    </>
  );
}
