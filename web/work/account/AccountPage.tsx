/** *Mein Konto*: who one is, the password, the language, and the end of all sessions. For everybody who is signed in. */
import { useState } from 'preact/hooks';
import type { Language } from '../../shared/formats';
import { Confirm } from '../frame/Confirm';
import { useApi, useSession, useWords } from '../frame/context';
import { useCommand } from '../frame/live';
import { Page } from '../frame/Page';
import { PasswordForm } from './PasswordForm';

/** @param onLeft All sessions have ended, this one too. */
export function AccountPage({ onLeft }: { onLeft: () => void }) {
  const { t } = useWords();
  return (
    <Page title={t.ownAccount.title}>
      <Data />
      <section aria-labelledby="password">
        <h2 id="password">{t.ownAccount.password}</h2>
        <p class="quiet measure">{t.ownAccount.passwordLead}</p>
        <PasswordForm />
      </section>
      <LanguageChoice />
      <Sessions onLeft={onLeft} />
    </Page>
  );
}

function Data() {
  const { t } = useWords();
  const { user, institute } = useSession();
  const lines: [string, string][] = [
    [t.ownAccount.name, user.name],
    [t.ownAccount.userName, user.userName],
    [t.ownAccount.institute, `${institute.name} (${institute.id})`],
    [t.ownAccount.roles, user.roles.map((role) => t.people.roles[role]).join(', ') || t.people.noRole],
  ];
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t.ownAccount.data}</h2>
      <dl class="data">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="break">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="hint measure">{t.ownAccount.dataHint}</p>
    </section>
  );
}

function LanguageChoice() {
  const { t, language, setLanguage } = useWords();
  const choices: Language[] = ['de', 'en'];
  return (
    <section aria-labelledby="language">
      <h2 id="language">{t.ownAccount.language}</h2>
      <fieldset class="choices" aria-labelledby="language" aria-describedby="language-lead">
        {choices.map((choice) => (
          <label key={choice} class="check" lang={choice}>
            <input type="radio" name="language" checked={language === choice} onChange={() => setLanguage(choice)} />
            <span>{t.ownAccount.languages[choice]}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint measure" id="language-lead">
        {t.ownAccount.languageLead}
      </p>
    </section>
  );
}

function Sessions({ onLeft }: { onLeft: () => void }) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run, clear } = useCommand();
  const [asking, setAsking] = useState(false);
  const leave = () =>
    run(async () => {
      await api.signOutEverywhere();
      onLeft();
    });
  const ask = (next: boolean) => {
    clear();
    setAsking(next);
  };

  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t.ownAccount.sessions}</h2>
      <p class="quiet measure">{t.ownAccount.sessionsLead}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => ask(true)}>
          {t.ownAccount.everywhere}
        </button>
      </p>
      {asking && (
        <Confirm
          title={t.ownAccount.everywhere}
          confirm={t.ownAccount.everywhereNow}
          confirming={t.ownAccount.leaving}
          busy={busy}
          error={error}
          onConfirm={leave}
          onCancel={() => ask(false)}
        >
          <p>{t.ownAccount.everywhereText}</p>
        </Confirm>
      )}
    </section>
  );
}
