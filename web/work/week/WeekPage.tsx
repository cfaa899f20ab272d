/** *Woche*: everything that five minutes a week need, on one screen. */
import { useEffect, useState } from 'preact/hooks';
import type { WeekView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Shown } from '../frame/states';
import { ExportPanel } from './ExportPanel';
import { ReturnBars } from './ReturnBars';
import { SendPanel } from './SendPanel';
import { TodoList } from './TodoList';
import { nextStep, pollInterval } from './week';

export function WeekPage() {
  const { t, f } = useWords();
  const [every, setEvery] = useState(5000);
  const loaded = useLive<WeekView>('/api/week', every);
  const view = loaded.data;
  useEffect(() => setEvery(pollInterval(view)), [view]);

  const title = view ? f.week(view.week) : t.frame.nav.week;
  const aside = view && (
    <>
      <span>{f.weekDays(view.week)}</span>
      <span>{view.automaticAt ? t.week.automatic(f.instantShort(view.automaticAt)) : t.week.manual}</span>
    </>
  );
  return (
    <Page title={title} windowTitle={t.frame.nav.week} aside={aside}>
      <Shown of={loaded}>
        {(week) => (
          <div class="week">
            <div class="week-steps">
              <ExportPanel
                view={week}
                isNext={['upload', 'correct', 'confirm'].includes(nextStep(week))}
                reload={loaded.reload}
              />
              <SendPanel view={week} isNext={nextStep(week) === 'send'} reload={loaded.reload} />
            </div>
            <div class="week-side">
              <ReturnBars weeks={week.returns} />
              <TodoList todo={week.todo} imports={week.imports} />
            </div>
          </div>
        )}
      </Shown>
    </Page>
  );
}
