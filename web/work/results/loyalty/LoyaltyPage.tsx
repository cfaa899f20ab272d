/** *NPS, CSAT, FCR*: each with the answers behind it, and month by month. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Compared, Figure, LoyaltyView } from '../../../shared/api/types';
import { Columns, npsTones, Stack, stepTones } from '../../charts';
import { Chart } from '../../charts/Chart';
import { ChartSection } from '../../charts/ChartSection';
import { DataTable } from '../../charts/DataTable';
import { trendOption } from '../../charts/lines';
import { useWords } from '../../frame/context';
import type { FigureKind } from '../figures/figures';
import { KeyFigure } from '../figures/Parts';
import { distributionText } from '../results';
import { useView } from '../views/context';
import { ViewFrame } from '../views/ViewFrame';
import { fcrShares, loyaltyTrendTable, npsGroups, type Share, sharesTable, stepShares } from './loyalty';

export function LoyaltyPage() {
  return (
    <ViewFrame<LoyaltyView>>
      {(data) => (
        <>
          <Nps of={data} />
          <Csat of={data} />
          <Fcr of={data} />
          <Trend of={data} />
        </>
      )}
    </ViewFrame>
  );
}

function Nps({ of }: { of: LoyaltyView }) {
  const { t, f } = useWords();
  const { v } = useView();
  const texts = v.views.loyalty;
  const groups = npsGroups(of, v);
  const [detractors, passives, promoters] = groups.map((group) => f.percent(group.share));
  return (
    <Block
      title={texts.npsTitle}
      sentence={texts.npsSentence(promoters ?? '', passives ?? '', detractors ?? '')}
      name={texts.group}
      shares={groups}
      figure={of.nps.figure}
      kind="nps"
      measure="nps"
      help={v.views.helps.nps}
      compared={of.compared?.nps}
      note={texts.npsNote}
    >
      <Columns
        counts={of.nps.distribution}
        min={0}
        tones={npsTones}
        sentence={t.results.distributionOf(distributionText(of.nps.distribution, 0))}
      />
    </Block>
  );
}

function Csat({ of }: { of: LoyaltyView }) {
  const { t, f } = useWords();
  const { v } = useView();
  const texts = v.views.loyalty;
  const { figure, distribution } = of.csat;
  return (
    <Block
      title={texts.csatTitle}
      sentence={figure.value === null ? '' : texts.csatSentence(f.percent(figure.value))}
      name={texts.answer}
      shares={stepShares(distribution, 1)}
      figure={figure}
      kind="share"
      measure="csat"
      help={v.views.helps.csat}
      compared={of.compared?.csat}
      second={
        <KeyFigure
          name={v.views.measures.satisfaction}
          help={v.views.helps.satisfaction}
          figure={of.satisfaction}
          kind="mean"
          diff={of.compared?.satisfaction.diff}
        />
      }
    >
      <Columns
        counts={distribution}
        min={1}
        tones={stepTones(distribution.length)}
        sentence={t.results.distributionOf(distributionText(distribution, 1))}
      />
    </Block>
  );
}

function Fcr({ of }: { of: LoyaltyView }) {
  const { f } = useWords();
  const { v } = useView();
  const texts = v.views.loyalty;
  const { figure, unknown } = of.fcr;
  const shares = fcrShares(of, v);
  return (
    <Block
      title={texts.fcrTitle}
      sentence={figure.value === null ? '' : texts.fcrSentence(f.percent(figure.value))}
      name={texts.answer}
      shares={shares}
      figure={figure}
      kind="share"
      measure="fcr"
      help={v.views.helps.fcr(unknown, f.count(unknown))}
      compared={of.compared?.fcr}
      note={unknown > 0 ? texts.fcrNote(f.count(unknown)) : ''}
    >
      <Stack
        counts={shares.map((each) => each.count)}
        tones={['step-worst', 'step-best']}
        sentence={shares.map((each) => `${each.name}: ${f.percent(each.share)}`).join(', ')}
      />
    </Block>
  );
}

interface BlockProps {
  title: string;
  sentence: string;
  /** What a row of the table is. */
  name: string;
  shares: Share[];
  figure: Figure;
  kind: FigureKind;
  measure: 'nps' | 'csat' | 'fcr';
  help: string;
  compared: Compared | undefined;
  note?: string;
  /** Another figure of the same answers. */
  second?: ComponentChildren;
  children: ComponentChildren;
}

function Block({
  title,
  sentence,
  name,
  shares,
  figure,
  kind,
  measure,
  help,
  compared,
  note,
  second,
  children,
}: BlockProps) {
  const { f } = useWords();
  const { v } = useView();
  const table = sharesTable(title, name, shares, f, v);
  const none = figure.n === 0 && figure.missing === 0;
  return (
    <ChartSection title={title} sentence={none ? v.views.loyalty.notAsked : sentence} table={table} note={note} beside>
      {!none && (
        <>
          <div class="chart-body">
            <dl class="figures">
              <KeyFigure
                name={v.views.measures[measure]}
                help={help}
                figure={figure}
                kind={kind}
                diff={compared?.diff}
              />
              {second}
            </dl>
            {children}
          </div>
          <DataTable of={table} />
        </>
      )}
    </ChartSection>
  );
}

function Trend({ of }: { of: LoyaltyView }) {
  const { t, f } = useWords();
  const { v } = useView();
  const option = useMemo(
    () =>
      trendOption(
        of.trend.map((month) => ({ label: month.label, figure: month.nps })),
        { min: -100, max: 100, text: f.nps },
      ),
    [of.trend, f],
  );
  if (of.trend.filter((month) => month.nps.value !== null).length < 2) return null;
  const table = loyaltyTrendTable(of, t, f, v);
  return (
    <ChartSection title={v.views.loyalty.trend} table={table} note={v.views.chartFoot(f.n(of.nps.figure.n))}>
      <Chart option={option} sentence={`${v.views.measures.nps}: ${v.views.loyalty.trend}`} />
      <DataTable of={table} />
    </ChartSection>
  );
}
