/** Which page belongs to which path, and who may see it. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Role, Session } from '../../shared/api/types';
import { AccessibilityPage } from '../about/AccessibilityPage';
import { ImprintPage } from '../about/ImprintPage';
import { AccountPage } from '../account/AccountPage';
import { CallbacksPage } from '../callbacks/CallbacksPage';
import { ImportPage } from '../imports/ImportPage';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { ParticipantPage } from '../participants/ParticipantPage';
import { ParticipantsPage } from '../participants/ParticipantsPage';
import { OwnResultsPage } from '../results/OwnResultsPage';
import { addresses } from '../results/views/addresses';
import { ReturnPage } from '../return/ReturnPage';
import { ActivationPage } from '../signin/ActivationPage';
import { SignInPage } from '../signin/SignInPage';
import { WeekPage } from '../week/WeekPage';
import { useWords } from './context';
import { deferred } from './Deferred';
import { startPage } from './navigation';
import { Page } from './Page';
import { match, navigate, type Params, useLocation } from './router';

// Loaded when they are first opened: what is not needed every week, and the results with their twelve views.
const ApprovalsPage = deferred(() => import('../approvals/ApprovalsPage').then((file) => file.ApprovalsPage));
const ColumnsPage = deferred(() => import('../imports/ColumnsPage').then((file) => file.ColumnsPage));
const ConceptPage = deferred(() => import('../concept/ConceptPage').then((file) => file.ConceptPage));
const ExportsPage = deferred(() => import('../results/exports/ExportsPage').then((file) => file.ExportsPage));
const MailPage = deferred(() => import('../outbox/MailPage').then((file) => file.MailPage));
const OrganisationFilesPage = deferred(() =>
  import('../organisation/OrganisationFilesPage').then((file) => file.OrganisationFilesPage),
);
const OutboxPage = deferred(() => import('../outbox/OutboxPage').then((file) => file.OutboxPage));
const ResultsPages = deferred(() => import('../results/ResultsPages').then((file) => file.ResultsPages));
const RetentionPage = deferred(() => import('../retention/RetentionPage').then((file) => file.RetentionPage));
const ReviewPortalsPage = deferred(() =>
  import('../reviewPortals/ReviewPortalsPage').then((file) => file.ReviewPortalsPage),
);
const SurveyApprovalPage = deferred(() =>
  import('../approvals/SurveyApprovalPage').then((file) => file.SurveyApprovalPage),
);

type Route = [pattern: string, role: Role | 'any', page: (params: Params) => ComponentChildren];

const routes: Route[] = [
  ['/woche', 'salesManagement', () => <WeekPage />],
  ['/importe/spalten', 'salesManagement', () => <ColumnsPage />],
  ['/importe/:id', 'salesManagement', ({ id = '' }) => <ImportPage key={id} id={id} />],
  ['/teilnehmer', 'salesManagement', () => <ParticipantsPage />],
  ['/teilnehmer/:id', 'salesManagement', ({ id = '' }) => <ParticipantPage key={id} id={id} />],
  ['/ruecklauf', 'salesManagement', () => <ReturnPage />],
  ['/stammdaten', 'salesManagement', () => <OrganisationPage />],
  ['/stammdaten/dateien', 'salesManagement', () => <OrganisationFilesPage />],
  ['/freigaben', 'salesManagement', () => <ApprovalsPage />],
  ['/freigaben/konzept', 'salesManagement', () => <ConceptPage />],
  ['/freigaben/aufbewahrung', 'salesManagement', () => <RetentionPage />],
  ['/freigaben/mitnahmen', 'salesManagement', () => <ExportsPage />],
  ['/freigaben/bewertungsportale', 'salesManagement', () => <ReviewPortalsPage />],
  ['/freigaben/umfragen/:id', 'salesManagement', ({ id = '' }) => <SurveyApprovalPage key={id} id={id} />],
  ['/postausgang', 'salesManagement', () => <OutboxPage />],
  ['/postausgang/:id', 'salesManagement', ({ id = '' }) => <MailPage key={id} id={id} />],
  ['/rueckrufe', 'any', () => <CallbacksPage />],
  ['/meine-ergebnisse', 'advisor', () => <OwnResultsPage />],
  ...Object.values(addresses).map((path): Route => [path, 'any', () => <ResultsPages />]),
];

interface PageForProps {
  session: Session | null;
  /** `to`: the page that was asked for before signing in. */
  onSignedIn: (session: Session, to: string | null) => void;
  /** All sessions of the user have ended. */
  onLeft?: () => void;
}

/** For everybody who is signed in, whatever the role. */
const ownAccount = '/mein-konto';

export function PageFor({ session, onSignedIn, onLeft = () => undefined }: PageForProps) {
  const { path, search } = useLocation();
  if (path === '/impressum') return <ImprintPage institute={session?.institute.name ?? null} />;
  if (path === '/barrierefreiheit') return <AccessibilityPage />;
  if (path === '/activation' || path === '/aktivieren') return <ActivationPage />;
  if (path === '/anmelden' && !session) return <SignInPage to={null} onSignedIn={onSignedIn} />;

  const own = routes.find(([pattern]) => match(pattern, path));
  if (!session) {
    return own || path === '/' || path === ownAccount ? (
      <SignInPage to={path === '/' ? null : `${path}${suffix(search)}`} onSignedIn={onSignedIn} />
    ) : (
      <NotFound />
    );
  }

  if (path === ownAccount) return <AccountPage onLeft={onLeft} />;
  const start = startPage(session);
  if (path === '/' || path === '/anmelden') return start ? <Redirect to={start} /> : <NoRole />;
  // Not yours looks like not there, as in the API.
  if (!own || !mayOpen(session, own[1])) return <NotFound />;
  return own[2](match(own[0], path) ?? {});
}

/** `any`: whoever has a task at all. */
function mayOpen(session: Session, role: Role | 'any'): boolean {
  const { roles } = session.user;
  return role === 'any' ? roles.length > 0 : roles.includes(role);
}

function suffix(search: URLSearchParams): string {
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function Redirect({ to }: { to: string }) {
  useEffect(() => navigate(to, 'replace'), [to]);
  return null;
}

function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t.errors.notFoundTitle}>
      <p>{t.errors.notFoundText}</p>
      <p>
        <a href="/">{t.errors.toStart}</a>
      </p>
    </Page>
  );
}

function NoRole() {
  const { t } = useWords();
  return (
    <Page title={t.product}>
      <p>{t.errors.noRole}</p>
    </Page>
  );
}
