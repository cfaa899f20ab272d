/** *Rücklauf* of a slice: from sending to the answer, and week by week. */
import type { SliceReturnView } from '../../../shared/api/types';
import { RateBar } from '../../charts';
import { ChartSection } from '../../charts/ChartSection';
import { useWords } from '../../frame/context';
import { Empty } from '../../frame/states';
import { WeeksTable } from '../../return/WeeksTable';
import { useView } from '../views/context';
import { ViewFrame } from '../views/ViewFrame';
import { funnelSteps, funnelTable, weeksTable } from './funnel';

export function SliceReturnPage() {
  return <ViewFrame<SliceReturnView> needsSheets={false}>{(data) => <Return of={data} />}</ViewFrame>;
}

function Return({ of }: { of: SliceReturnView }) {
  const { t, f } = useWords();
  const { v } = useView();
  const texts = v.views.return;
  if (of.weeks.length === 0) return <Empty>{texts.nothing}</Empty>;
  const { rate, low, high, answered, delivered } = of.total;
  const sentence =
    rate === null
      ? undefined
      : texts.sentence(
          f.shareFigure({ n: delivered, value: rate, margin: null, low, high, missing: 0 }),
          f.count(answered),
          f.count(delivered),
        );
  const steps = funnelSteps(of.total, t, v);
  return (
    <>
      <ChartSection title={texts.funnel} sentence={sentence} table={funnelTable(of.total, t, f, v)}>
        <table class="bars funnel-steps">
          <caption class="visually-hidden">{texts.funnel}</caption>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{texts.step}</th>
              <th scope="col">{texts.funnel}</th>
              <th scope="col">{texts.persons}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.key}>
                <th scope="row">{step.name}</th>
                <td class="bars-bar">
                  <RateBar
                    rate={step.share}
                    low={null}
                    high={null}
                    axis={{ min: 0, max: Math.max(...steps.map((each) => each.share)) }}
                    running={false}
                  />
                </td>
                <td class="bars-figure">
                  <strong>{f.count(step.persons)}</strong>{' '}
                  <span class="quiet">
                    {step.key === 'sent' || step.key === 'bounced' ? '' : f.percent(step.share)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ChartSection>
      <ChartSection title={texts.title} table={weeksTable(of.weeks, t, f, v)} note={t.return.runningNote}>
        <WeeksTable of={of.weeks} />
      </ChartSection>
    </>
  );
}
