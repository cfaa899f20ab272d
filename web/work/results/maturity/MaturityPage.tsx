/** *Reifegrad*: where a topic stands today and where it is wished to stand, as a radar and as a table. */
import type { MaturityView } from '../../../shared/api/types';
import { ChartSection } from '../../charts/ChartSection';
import { DataTable } from '../../charts/DataTable';
import { Radar } from '../../charts/Radar';
import { useWords } from '../../frame/context';
import { Empty } from '../../frame/states';
import { useView } from '../views/context';
import { ViewFrame } from '../views/ViewFrame';
import { maturitySentence, maturityTable } from './maturity';

/** Levels are anchored, 1 to 7. */
const levels = 7;

export function MaturityPage() {
  return <ViewFrame<MaturityView> needsSheets={false}>{(data) => <Maturity of={data} />}</ViewFrame>;
}

function Maturity({ of: { lines } }: { of: MaturityView }) {
  const { t, f } = useWords();
  const { v } = useView();
  const texts = v.views.maturity;
  if (lines.length === 0) return <Empty>{texts.empty}</Empty>;
  const sentence = maturitySentence(lines, f, v);
  const table = maturityTable(lines, t, f, v);
  return (
    <ChartSection title={texts.title} sentence={sentence} table={table} note={texts.key}>
      {lines.length > 2 && (
        <Radar
          spokes={lines.map((line) => ({ name: line.text, current: line.current.value, desired: line.desired.value }))}
          levels={levels}
          sentence={`${texts.title}. ${sentence}`}
        />
      )}
      <DataTable of={table} />
    </ChartSection>
  );
}
