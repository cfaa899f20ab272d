/** *Stammdaten*: the org chart and everybody in it, with their accounts. Which unit and state are shown stands in the address. */
import type { UnitLine } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { query, useLocation } from '../frame/router';
import { Shown } from '../frame/states';
import { AccessPanel } from './AccessPanel';
import { PeopleList } from './PeopleList';
import { UnitTree } from './UnitTree';

export function OrganisationPage() {
  const { t } = useWords();
  const { search } = useLocation();
  const units = useLive<UnitLine[]>('/api/organisation/units');
  const chosen = search.get('oe');
  const hrefOf = (unit: string | null) => `/stammdaten${query({ oe: unit, zustand: search.get('zustand') })}`;
  return (
    <Page
      title={t.organisation.title}
      aside={
        <a class="button" href="/stammdaten/dateien">
          {t.people.files}
        </a>
      }
    >
      <p class="lead">{t.people.lead}</p>
      <AccessPanel />
      <div class="organisation">
        <section aria-labelledby="units">
          <h2 id="units">{t.people.units}</h2>
          <Shown of={units}>
            {(all) =>
              all.length === 0 ? (
                <p class="quiet">{t.people.noUnits}</p>
              ) : (
                <UnitTree units={all} chosen={chosen} hrefOf={hrefOf} />
              )
            }
          </Shown>
        </section>
        <PeopleList unit={chosen} unitName={units.data?.find((each) => each.number === chosen)?.name ?? chosen} />
      </div>
    </Page>
  );
}
