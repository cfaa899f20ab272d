/** Header, menu, banner and footer around every page. */
import type { ComponentChildren } from 'preact';
import type { Session } from '../../shared/api/types';
import { useWords } from './context';
import { isCurrent, navigationFor, startPage } from './navigation';
import { useLocation } from './router';

interface FrameProps {
  session: Session | null;
  onSignOut?: () => void;
  children: ComponentChildren;
}

export function Frame({ session, onSignOut, children }: FrameProps) {
  const { t } = useWords();
  return (
    <>
      {/* It leads to a place on the page, as a link does; only the history is spared. */}
      <a class="skip" href="#content" onClick={skip}>
        {t.frame.skip}
      </a>
      <header>
        {session?.institute.isDemonstration && <p class="banner">{t.frame.demonstration}</p>}
        <div class="frame-head">
          <div class="frame-name">
            <a href={(session && startPage(session)) ?? '/'}>
              {session?.institute.name ?? t.product}
              {session && <span class="frame-product"> {t.product}</span>}
            </a>
          </div>
          {session && <Navigation session={session} />}
          <div class="frame-tools">
            <LanguageSwitch />
            {session && (
              <>
                <AccountLink session={session} />
                <button type="button" class="link" onClick={onSignOut}>
                  {t.frame.signOut}
                </button>
              </>
            )}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <p id="announcements" class="visually-hidden" role="status" />
      <footer class="frame-foot">
        <span>{session ? `${session.institute.name} · ${t.product}` : t.product}</span>
        <a href="/impressum">{t.frame.imprint}</a>
        <a href="/barrierefreiheit">{t.frame.accessibility}</a>
      </footer>
    </>
  );
}

function AccountLink({ session }: { session: Session }) {
  const { t } = useWords();
  const { path } = useLocation();
  return (
    <a
      class="frame-user"
      href="/mein-konto"
      title={t.ownAccount.title}
      aria-current={path === '/mein-konto' ? 'page' : undefined}
    >
      <span class="visually-hidden">{t.frame.signedInAs} </span>
      {session.user.name}
    </a>
  );
}

function Navigation({ session }: { session: Session }) {
  const { t } = useWords();
  const { path } = useLocation();
  return (
    <nav class="frame-nav" aria-label={t.frame.navigation}>
      <ul>
        {navigationFor(session).map((item) => (
          <li key={item.href}>
            <a href={`${item.href}${item.search ?? ''}`} aria-current={isCurrent(item.href, path) ? 'page' : undefined}>
              {t.frame.nav[item.key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LanguageSwitch() {
  const { language, setLanguage } = useWords();
  const other = language === 'de' ? 'en' : 'de';
  return (
    <button type="button" class="link" lang={other} onClick={() => setLanguage(other)}>
      {other === 'de' ? 'Deutsch' : 'English'}
    </button>
  );
}

/** Moves the focus itself: a jump by `#` would be one more step in the browser's history. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
