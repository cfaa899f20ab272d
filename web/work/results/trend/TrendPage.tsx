/** *Verlauf*: one measure over time, by week, month or rolling over 12 months; step and measure stand in the address. */
import { useMemo, useState } from 'preact/hooks';
import type { TrendMeasure, TrendView } from '../../../shared/api/types';
import { Chart } from '../../charts/Chart';
import { ChartSection } from '../../charts/ChartSection';
import { DataTable } from '../../charts/DataTable';
import { trendOption } from '../../charts/lines';
import { useWords } from '../../frame/context';
import { navigate, useLocation } from '../../frame/router';
import { Select } from '../../frame/Select';
import { Empty } from '../../frame/states';
import { fullText } from '../figures/figures';
import { useView } from '../views/context';
import { viewHref } from '../views/routes';
import { ViewFrame } from '../views/ViewFrame';
import { lookOf, measureKind, measureOf, measures, stepOf, steps, trendSentence, trendTable } from './trend';

export function TrendPage() {
  const { search } = useLocation();
  const step = stepOf(search.get('step'));
  return (
    <ViewFrame<TrendView> further={{ step }}>
      {(data) => <Trend of={data} measure={measureOf(search.get('measure'))} />}
    </ViewFrame>
  );
}

function Trend({ of, measure }: { of: TrendView; measure: TrendMeasure }) {
  const { t, f } = useWords();
  const { slice, head, v } = useView();
  const texts = v.views.trend;
  const [at, setAt] = useState<number | null>(null);
  const option = useMemo(
    () =>
      trendOption(
        of.points.map(({ label, running, [measure]: figure }) => ({ label, figure, running })),
        lookOf(measure, head.scale, f),
        at,
      ),
    [of.points, measure, head.scale, f, at],
  );
  const go = (step: string, next: string) =>
    navigate(viewHref('trend', slice, { step: step === 'month' ? null : step, measure: next === 'nps' ? null : next }));
  const table = trendTable(of, measure, t, f, v);
  const sentence = trendSentence(of.points, measure, f, v);
  const n = of.points.reduce((sum, point) => sum + point[measure].n, 0);
  const point = at === null ? undefined : of.points[at];
  return (
    <ChartSection
      title={table.caption}
      sentence={sentence}
      table={table}
      note={
        <>
          {of.step === 'rolling' ? t.results.intervalNote : v.views.chartFoot(f.n(n))}
          {of.points.some((each) => each.running) && ` ${texts.runningNote}`}
        </>
      }
      aside={
        <div class="choosers">
          <Select
            label={texts.measureLabel}
            value={measure}
            options={measures.map((each) => [each, v.views.measures[each]] as const)}
            onValue={(next) => go(of.step, next)}
          />
          <Select
            label={texts.stepLabel}
            value={of.step}
            options={steps.map((each) => [each, texts.steps[each]] as const)}
            onValue={(next) => go(next, measure)}
          />
        </div>
      }
    >
      {n === 0 ? (
        <Empty>{v.slice.emptyHere}</Empty>
      ) : (
        <>
          <div>
            <Chart option={option} sentence={`${table.caption}. ${sentence ?? ''}`} height="high" onCategory={setAt} />
            <p class="readout" aria-hidden="true">
              {point ? (
                <>
                  {point.label}: <strong>{fullText(f, t, measureKind[measure], point[measure])}</strong>
                  {point.running && ` · ${texts.running}`}
                </>
              ) : (
                '\u00a0'
              )}
            </p>
          </div>
          <DataTable of={table} at={at} />
        </>
      )}
    </ChartSection>
  );
}
