/** Which page belongs to which path, and who may see it. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Role, Session } from '../../shared/api/types';
import { AccessibilityPage } from '../about/AccessibilityPage';
import { ImprintPage } from '../about/ImprintPage';
import { AccountPage } from '../account/AccountPage';
import { ColumnsPage } from '../imports/ColumnsPage';
import { CallbacksPage } from '../callbacks/CallbacksPage';
import { ApprovalsPage } from '../approvals/ApprovalsPage';
import { SurveyApprovalPage } from '../approvals/SurveyApprovalPage';
import { ConceptPage } from '../concept/ConceptPage';
import { ImportPage } from '../imports/ImportPage';
import { OrganisationFilesPage } from '../organisation/OrganisationFilesPage';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { MailPage } from '../outbox/MailPage';
import { OutboxPage } from '../outbox/OutboxPage';
import { ParticipantPage } from '../participants/ParticipantPage';
import { ParticipantsPage } from '../participants/ParticipantsPage';
import { RetentionPage } from '../retention/RetentionPage';
import { OwnResultsPage } from '../results/OwnResultsPage';
import { ReturnPage } from '../return/ReturnPage';
import { ReviewPortalsPage } from '../reviewPortals/ReviewPortalsPage';
import { ActivationPage } from '../signin/ActivationPage';
import { SignInPage } from '../signin/SignInPage';
import { WeekPage } from '../week/WeekPage';
import { useWords } from './context';
import { startPage } from './navigation';
import { Page } from './Page';
import { match, navigate, type Params, useLocation } from './router';

const routes: [pattern: string, role: Role | 'any', page: (params: Params) => ComponentChildren][] = [
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
  ['/freigaben/bewertungsportale', 'salesManagement', () => <ReviewPortalsPage />],
  ['/freigaben/umfragen/:id', 'salesManagement', ({ id = '' }) => <SurveyApprovalPage key={id} id={id} />],
  ['/postausgang', 'salesManagement', () => <OutboxPage />],
  ['/postausgang/:id', 'salesManagement', ({ id = '' }) => <MailPage key={id} id={id} />],
  ['/rueckrufe', 'any', () => <CallbacksPage />],
  ['/meine-ergebnisse', 'advisor', () => <OwnResultsPage />],
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
