/** *Bewertungsportale*: which portals the thank-you page names, and to whom. */
import type { ReviewPortalsView } from '../../shared/api/types';
import { portalNames } from '../approvals/approvals';
import { DecisionHistory } from '../approvals/DecisionHistory';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Shown } from '../frame/states';
import { PortalsForm } from './PortalsForm';

export function ReviewPortalsPage() {
  const { t, f } = useWords();
  const loaded = useLive<ReviewPortalsView>('/api/review-portals');
  return (
    <Page title={t.reviewPortals.title} back={{ href: '/freigaben', text: t.approvals.title }}>
      <p class="lead">{t.reviewPortals.lead}</p>
      <Shown of={loaded}>
        {(view) => (
          <>
            <PortalsForm of={view} reload={loaded.reload} />
            <DecisionHistory
              of={view.history}
              title={t.reviewPortals.history}
              empty={t.reviewPortals.noHistory}
              what={(each) =>
                each.portals.length === 0
                  ? t.reviewPortals.chosenNone
                  : t.reviewPortals.chosen(portalNames(each.portals, t, f))
              }
              detail={(each) => each.warningAccepted && <span class="second">{t.reviewPortals.accepted}</span>}
            />
          </>
        )}
      </Shown>
    </Page>
  );
}
