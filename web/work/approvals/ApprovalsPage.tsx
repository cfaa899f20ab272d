/** *Freigaben*: what must stand before mails leave, on one page. */
import type {
  ApprovalLine,
  ConceptView,
  ExportLine,
  Part,
  RetentionView,
  ReviewPortalsView,
} from '../../shared/api/types';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Empty, Shown } from '../frame/states';
import { exportsSummary } from '../results/exports/exports';
import { retentionSummary } from '../retention/retention';
import { checkSummary, conceptSummary, portalSummary } from './approvals';
import { StageMark } from './StageMark';

export function ApprovalsPage() {
  const { t } = useWords();
  return (
    <Page title={t.approvals.title}>
      <p class="lead">{t.approvals.lead}</p>
      <Concept />
      <Surveys />
      <Portals />
      <Retention />
      <Exports />
    </Page>
  );
}

function Concept() {
  const { t, f } = useWords();
  const loaded = useLive<ConceptView>('/api/concept');
  return (
    <section aria-labelledby="concept">
      <h2 id="concept">{t.concept.title}</h2>
      <Shown of={loaded}>
        {(view) => (
          <p class={view.lock ? 'note note-error' : 'measure'}>
            <span>
              {conceptSummary(view, t, f)} <a href="/freigaben/konzept">{t.week.toConcept}</a>
            </span>
          </p>
        )}
      </Shown>
    </section>
  );
}

function Surveys() {
  const { t } = useWords();
  const loaded = useLive<ApprovalLine[]>('/api/approvals');
  return (
    <section aria-labelledby="surveys">
      <h2 id="surveys">{t.approvals.surveys}</h2>
      <Shown of={loaded}>
        {(surveys) => (surveys.length === 0 ? <Empty>{t.approvals.empty}</Empty> : <SurveyTable of={surveys} />)}
      </Shown>
    </section>
  );
}

function SurveyTable({ of }: { of: ApprovalLine[] }) {
  const { t, f } = useWords();
  return (
    <table class="table stacking">
      <caption class="visually-hidden">{t.approvals.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.approvals.survey}</th>
          <th scope="col">{t.approvals.stage}</th>
          <th scope="col">{t.approvals.checks}</th>
          <th scope="col">{t.approvals.kind}</th>
          <th scope="col">{t.approvals.confidentiality}</th>
          <th scope="col" class="figure">
            {t.approvals.version}
          </th>
          <th scope="col" class="figure">
            {t.approvals.questions}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map((survey) => (
          <tr key={survey.id}>
            <td>
              <a href={`/freigaben/umfragen/${encodeURIComponent(survey.id)}`}>{survey.name}</a>
            </td>
            <td data-label={t.approvals.stage}>
              <StageMark stage={survey.stage} />
              {survey.approvedAt && <span class="second">{f.instant(survey.approvedAt)}</span>}
            </td>
            <td data-label={t.approvals.checks}>{checkSummary(survey, t, f)}</td>
            <td data-label={t.approvals.kind}>{t.approvals.kinds[survey.kind]}</td>
            <td data-label={t.approvals.confidentiality}>{t.approvals.modes[survey.confidentiality]}</td>
            <td class="figure" data-label={t.approvals.version}>
              {survey.version === 0 ? t.approvals.noVersion : f.count(survey.version)}
            </td>
            <td class="figure" data-label={t.approvals.questions}>
              {f.count(survey.questions)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Portals() {
  const { t, f } = useWords();
  const loaded = useLive<ReviewPortalsView>('/api/review-portals');
  return (
    <section aria-labelledby="portals">
      <h2 id="portals">{t.reviewPortals.title}</h2>
      <Shown of={loaded}>
        {(view) => (
          <p class="measure">
            {portalSummary(view, t, f)} <a href="/freigaben/bewertungsportale">{t.week.toPortals}</a>
          </p>
        )}
      </Shown>
    </section>
  );
}

function Retention() {
  const { t } = useWords();
  const loaded = useLive<RetentionView>('/api/retention');
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">{t.retention.title}</h2>
      <Shown of={loaded}>
        {(view) => (
          <p class="measure">
            {retentionSummary(view, t)} <a href="/freigaben/aufbewahrung">{t.retention.toPage}</a>
          </p>
        )}
      </Shown>
    </section>
  );
}

function Exports() {
  const { t, f } = useWords();
  const loaded = useLive<Part<ExportLine>>('/api/results/exports');
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{t.exports.title}</h2>
      <Shown of={loaded}>
        {(list) => (
          <p class="measure">
            {exportsSummary(list, t, f)} <a href="/freigaben/mitnahmen">{t.exports.toPage}</a>
          </p>
        )}
      </Shown>
    </section>
  );
}
