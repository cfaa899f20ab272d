/** *Managementreport*: what a board reads, and prints: the index with its parts, what matters, what has changed. */
import { useMemo } from 'preact/hooks';
import type { ManagementView } from '../../../shared/api/types';
import { Chart } from '../../charts/Chart';
import { ChartSection } from '../../charts/ChartSection';
import { DataTable } from '../../charts/DataTable';
import { quadrantOption } from '../../charts/quadrants';
import { useSession, useWords } from '../../frame/context';
import { diffText } from '../figures/figures';
import { LineSection } from '../figures/LineSection';
import { KeyFigure } from '../figures/Parts';
import { changed } from '../slice/slice';
import { useView } from '../views/context';
import { viewHref } from '../views/routes';
import { ViewFrame } from '../views/ViewFrame';
import { ActivityIndexSection } from './ActivityIndexSection';
import { importanceTable, leastForImportance, placed, quadrantSentence, unitsTable } from './management';
import { ReportPanel } from './ReportPanel';

export function ManagementPage() {
  const { user } = useSession();
  return (
    <ViewFrame<ManagementView> needsSheets={false}>
      {(data) => (
        <>
          <Keys of={data} />
          <ActivityIndexSection of={data.index} />
          <Importance of={data} />
          <Changes of={data} />
          <Units of={data} />
          {user.roles.includes('salesManagement') && <ReportPanel />}
        </>
      )}
    </ViewFrame>
  );
}

function Keys({ of: { key } }: { of: ManagementView }) {
  const { head, v } = useView();
  const { measures, helps, management } = v.views;
  return (
    <section aria-labelledby="key">
      <div class="chart-head">
        <h2 id="key">{management.key}</h2>
        <button type="button" class="link" onClick={() => print()}>
          {management.print}
        </button>
      </div>
      <dl class="figures">
        <KeyFigure name={measures.nps} help={helps.nps} figure={key.nps} kind="nps" />
        <KeyFigure
          name={measures.mean}
          help={helps.mean(head.scale.min, head.scale.max)}
          figure={key.mean}
          kind="mean"
        />
        <KeyFigure name={measures.csat} help={helps.csat} figure={key.csat} kind="share" />
        <KeyFigure name={measures.responseRate} help={helps.responseRate} figure={key.responseRate} kind="share" />
      </dl>
    </section>
  );
}

function Importance({ of }: { of: ManagementView }) {
  const { t, f } = useWords();
  const { v } = useView();
  const texts = v.views.management;
  const factors = useMemo(() => placed(of.importance), [of.importance]);
  const option = useMemo(
    () =>
      quadrantOption(factors, {
        performanceName: texts.performance,
        importanceName: texts.importanceAxis,
        performance: f.mean,
        importance: f.hundredths,
      }),
    [factors, texts, f],
  );
  const few = factors.length < 2;
  const sentence = few ? texts.importanceFew(leastForImportance) : quadrantSentence(factors, f, v);
  const table = importanceTable(factors, t, f, v);
  return (
    <ChartSection
      title={texts.importance}
      sentence={sentence}
      table={table}
      note={few ? undefined : texts.importanceNote(leastForImportance)}
    >
      {!few && (
        <>
          <Chart option={option} sentence={`${texts.importance}. ${sentence}`} height="high" />
          <DataTable of={table} />
        </>
      )}
    </ChartSection>
  );
}

function Changes({ of }: { of: ManagementView }) {
  const { t, f } = useWords();
  const { slice, v } = useView();
  const texts = v.views.management;
  const [first] = of.biggestChanges;
  if (first) {
    return (
      <LineSection
        title={texts.changes}
        sentence={texts.changed(first.name, first.diff ? diffText(f, v.slice, 'mean', first.diff) : t.common.none)}
        nameOf={texts.factor}
        lines={of.biggestChanges}
        hrefOf={(line) => viewHref('questions', changed(slice, { factor: line.id }))}
      />
    );
  }
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{texts.changes}</h2>
      <p class="quiet">{texts.noChanges}</p>
    </section>
  );
}

function Units({ of }: { of: ManagementView }) {
  const { t, f } = useWords();
  const { slice, v } = useView();
  const units = of.units.filter((unit) => !unit.index.tooFew);
  if (units.length === 0) return null;
  const table = unitsTable(units, t, f, v);
  return (
    <ChartSection title={v.views.management.units} table={table} note={v.views.management.tooFew}>
      <DataTable
        of={table}
        rowHead={(row) => {
          const unit = units[row]?.unit;
          return (
            unit && <a href={viewHref('management', changed(slice, { unit: unit.number, advisor: '' }))}>{unit.name}</a>
          );
        }}
      />
    </ChartSection>
  );
}
