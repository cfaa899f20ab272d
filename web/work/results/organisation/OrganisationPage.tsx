/** *Organisation*: the org chart as a tree grid; each row pools what is below it and draws its value with the interval. */
import { useEffect, useState } from 'preact/hooks';
import type { OrganisationView } from '../../../shared/api/types';
import { ChartSection } from '../../charts/ChartSection';
import { useWords } from '../../frame/context';
import { Select } from '../../frame/Select';
import { Empty } from '../../frame/states';
import { useView } from '../views/context';
import { ViewFrame } from '../views/ViewFrame';
import { branches, isChosen, openAtFirst, organisationTable, type UnitMeasure, unitMeasures } from './rows';
import { TreeGrid } from './TreeGrid';

export function OrganisationPage() {
  return <ViewFrame<OrganisationView>>{(data) => <Units of={data} />}</ViewFrame>;
}

function Units({ of }: { of: OrganisationView }) {
  const { t, f } = useWords();
  const { slice, v } = useView();
  const texts = v.views.organisation;
  const [measure, setMeasure] = useState<UnitMeasure>('nps');
  const [open, setOpen] = useState(() => openAtFirst(of.rows, slice.unit));
  // Chosen in the bar while the tree stands here: what is open stays open, the way to the unit opens, too.
  useEffect(() => setOpen((before) => new Set([...before, ...openAtFirst(of.rows, slice.unit)])), [slice.unit]);
  const all = branches(of.rows);
  const allOpen = all.every((unit) => open.has(unit));
  if (of.rows.length === 0) return <Empty>{v.slice.emptyHere}</Empty>;
  return (
    <ChartSection
      title={texts.title}
      sentence={of.rows.some((row) => isChosen(row, slice)) ? `${texts.sentence} ${texts.whole}` : texts.sentence}
      table={organisationTable(of, t, f, v)}
      note={
        <>
          {texts.noRanking} <span class="on-screen">{texts.keys}</span>
        </>
      }
      aside={
        <div class="choosers">
          <Select
            label={texts.measure}
            value={measure}
            options={unitMeasures.map((each) => [each, v.views.measures[each]] as const)}
            onValue={(next) => setMeasure(next as UnitMeasure)}
          />
          {all.length > 1 && (
            <button type="button" class="link" onClick={() => setOpen(new Set(allOpen ? [] : all))}>
              {allOpen ? texts.collapseAll : texts.expandAll}
            </button>
          )}
        </div>
      }
    >
      <TreeGrid of={of} measure={measure} open={open} onOpen={setOpen} />
    </ChartSection>
  );
}
