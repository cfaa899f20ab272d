/** *Gesamtsicht*: praise first, the key figures with their intervals, the NPS month by month, strengths, all means. */
import { useMemo } from 'preact/hooks';
import type { KeyName, OverviewView, ResultLine } from '../../../shared/api/types';
import { Chart } from '../../charts/Chart';
import { ChartSection } from '../../charts/ChartSection';
import { DataTable } from '../../charts/DataTable';
import { trendOption } from '../../charts/lines';
import { useWords } from '../../frame/context';
import { Comment } from '../Praise';
import type { FigureKind } from '../figures/figures';
import { LineSection } from '../figures/LineSection';
import { FigureLine, KeyFigure } from '../figures/Parts';
import { changed } from '../slice/slice';
import { useView } from '../views/context';
import { viewHref } from '../views/routes';
import { ViewFrame } from '../views/ViewFrame';
import { trendSentence, trendTable } from './overview';

export function OverviewPage() {
  return (
    <ViewFrame<OverviewView>>
      {(data) => (
        <>
          <Praise of={data} />
          <Figures of={data} />
          <Trend of={data} />
          <Means of={data} />
        </>
      )}
    </ViewFrame>
  );
}

function Praise({ of }: { of: OverviewView }) {
  const { slice, v } = useView();
  const texts = v.views.overview;
  return (
    <section aria-labelledby="praise">
      <h2 id="praise">{texts.praise}</h2>
      {of.praise.length === 0 ? (
        <p class="quiet measure">{texts.noPraise}</p>
      ) : (
        <ul class="praise praise-short">
          {of.praise.map((comment) => (
            <Comment key={comment.id} of={comment} />
          ))}
        </ul>
      )}
      <p class="onward">
        <a href={viewHref('comments', slice)}>{texts.allComments}</a>
      </p>
    </section>
  );
}

const keys = ['nps', 'satisfaction', 'csat', 'fcr', 'mean', 'responseRate'] as const satisfies KeyName[];

const kinds: Record<KeyName, FigureKind> = {
  nps: 'nps',
  satisfaction: 'mean',
  csat: 'share',
  fcr: 'share',
  mean: 'mean',
  responseRate: 'share',
};

function Figures({ of }: { of: OverviewView }) {
  const { f } = useWords();
  const { head, v } = useView();
  const { helps, measures, overview } = v.views;
  const help: Record<KeyName, string> = {
    ...helps,
    fcr: helps.fcr(of.fcrUnknown, f.count(of.fcrUnknown)),
    mean: helps.mean(head.scale.min, head.scale.max),
  };
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{overview.figures}</h2>
      <dl class="figures figures-six">
        {keys
          .filter((key) => key !== 'fcr' || of.fcr.n > 0 || of.fcr.missing > 0)
          .map((key) => (
            <KeyFigure
              key={key}
              name={measures[key]}
              help={help[key]}
              figure={of[key]}
              kind={kinds[key]}
              diff={of.compared?.[key].diff}
            />
          ))}
      </dl>
      <Ends name={overview.strengths} lines={of.strengths} />
      <Ends name={overview.weaknesses} lines={of.weaknesses} />
    </section>
  );
}

/** The best, or the least well rated; the API names them only where their intervals allow it. */
function Ends({ name, lines }: { name: string; lines: ResultLine[] }) {
  const { slice } = useView();
  if (lines.length === 0) return null;
  return (
    <dl class="ends">
      <dt>{name}</dt>
      {lines.map((line) => (
        <dd key={line.id}>
          <a href={viewHref('questions', changed(slice, { factor: line.id }))}>{line.name}</a>{' '}
          <FigureLine figure={line.figure} kind="mean" />
        </dd>
      ))}
    </dl>
  );
}

function Trend({ of }: { of: OverviewView }) {
  const { t, f } = useWords();
  const { slice, v } = useView();
  const words = { t, f, v };
  const option = useMemo(
    () =>
      trendOption(
        of.trend.map((month) => ({ label: month.label, figure: month.nps })),
        { min: -100, max: 100, text: f.nps, zero: false },
      ),
    [of.trend, f],
  );
  if (of.trend.filter((month) => month.nps.value !== null).length < 2) return null;
  const sentence = trendSentence(of.trend, words);
  const table = trendTable(of.trend, words);
  return (
    <ChartSection
      title={v.views.overview.trend}
      sentence={sentence}
      table={table}
      note={v.views.chartFoot(f.n(of.nps.n))}
      aside={
        <a class="onward" href={viewHref('trend', slice)}>
          {v.views.overview.trendMore}
        </a>
      }
      beside
    >
      <Chart option={option} sentence={`${v.views.overview.trend}. ${sentence ?? ''}`} />
      <DataTable of={table} />
    </ChartSection>
  );
}

function Means({ of }: { of: OverviewView }) {
  const { t } = useWords();
  const { slice, v } = useView();
  const texts = v.views.overview;
  return (
    <>
      <LineSection
        title={texts.factors}
        nameOf={texts.factor}
        lines={of.factors}
        hrefOf={(line) => viewHref('questions', changed(slice, { factor: line.id }))}
        note={t.results.intervalNote}
      />
      <LineSection
        title={texts.fields}
        nameOf={texts.field}
        lines={of.fields}
        hrefOf={(line) => viewHref('questions', changed(slice, { field: line.id }))}
        note={t.results.intervalNote}
      />
    </>
  );
}
