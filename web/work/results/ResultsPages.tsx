/** *Ergebnisse*: twelve views of one slice. The slice is the address; the bar on top changes it, the views keep it. */
import type { ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ResultChoices } from '../../shared/api/types';
import type { ViewTexts } from '../../shared/texts/viewTexts';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { useLocation } from '../frame/router';
import { SliceBar } from './slice/SliceBar';
import { SliceExports } from './slice/SliceExports';
import { sliceOf } from './slice/slice';
import { CommentsPage } from './comments/CommentsPage';
import { GridPage } from './grid/GridPage';
import { LoyaltyPage } from './loyalty/LoyaltyPage';
import { ManagementPage } from './management/ManagementPage';
import { MaturityPage } from './maturity/MaturityPage';
import { OrganisationPage } from './organisation/OrganisationPage';
import { OverviewPage } from './overview/OverviewPage';
import { QuestionsPage } from './questions/QuestionsPage';
import { SliceReturnPage } from './return/SliceReturnPage';
import { SelfImagePage } from './selfImage/SelfImagePage';
import { TrendPage } from './trend/TrendPage';
import { OutlineContext } from './views/outline';
import { viewAt, type ViewKey } from './views/routes';
import { ViewNav } from './views/ViewNav';
import { WithViewTexts } from './views/WithViewTexts';

const pages: Record<ViewKey, ComponentType> = {
  overview: OverviewPage,
  fields: GridPage,
  factors: GridPage,
  organisation: OrganisationPage,
  questions: QuestionsPage,
  trend: TrendPage,
  comments: CommentsPage,
  selfImage: SelfImagePage,
  return: SliceReturnPage,
  loyalty: LoyaltyPage,
  management: ManagementPage,
  maturity: MaturityPage,
};

export function ResultsPages() {
  return <WithViewTexts>{(v) => <Results v={v} />}</WithViewTexts>;
}

function Results({ v }: { v: ViewTexts }) {
  const { path, search } = useLocation();
  const choices = useLive<ResultChoices>('/api/results/choices').data;
  const view = viewAt(path) ?? 'overview';
  const slice = useMemo(() => sliceOf(search), [search]);
  const View = pages[view];
  return (
    <OutlineContext.Provider value={{ view, slice, choices, v }}>
      <Page title={v.slice.names[view]} aside={choices?.mayExport && <SliceExports slice={slice} s={v.slice} />}>
        {choices && <SliceBar view={view} slice={slice} choices={choices} s={v.slice} />}
        <div class="views">
          <ViewNav view={view} slice={slice} s={v.slice} />
          <View key={view} />
        </div>
      </Page>
    </OutlineContext.Provider>
  );
}
