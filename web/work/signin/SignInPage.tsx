import { useState } from 'preact/hooks';
import type { Session } from '../../shared/api/types';
import { useApi, useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { useCommand } from '../frame/live';
import { Page } from '../frame/Page';
import { fieldErrors } from '../frame/problems';
import { useLocation } from '../frame/router';
import { ErrorNote } from '../frame/states';
import { lastInstitute, rememberInstitute } from './institute';
import { RefusedNote } from './RefusedNote';

interface SignInPageProps {
  to: string | null;
  onSignedIn: (session: Session, to: string | null) => void;
}

export function SignInPage({ to, onSignedIn }: SignInPageProps) {
  const { t } = useWords();
  const api = useApi();
  const { search } = useLocation();
  const { busy, error, run } = useCommand();
  const [institute, setInstitute] = useState(search.get('institut') ?? lastInstitute());
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const wrong = fieldErrors(error);

  const submit = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      const session = await api.signIn({ institute: institute.trim(), userName: userName.trim(), password });
      rememberInstitute(session.institute.id);
      onSignedIn(session, to);
    });
  };

  return (
    <Page title={t.signIn.title}>
      <p class="lead">{t.signIn.lead}</p>
      {search.has('abgemeldet') && !error && (
        <p class="note" role="status">
          {t.signIn.signedOut}
        </p>
      )}
      {error && (error.status === 401 ? <RefusedNote error={error} /> : <ErrorNote error={error} />)}
      <form class="form" onSubmit={submit}>
        <Field
          label={t.signIn.institute}
          hint={t.signIn.instituteHint}
          error={wrong.institute}
          name="institute"
          value={institute}
          onValue={setInstitute}
          autoComplete="organization"
          autoCapitalize="none"
          required
        />
        <Field
          label={t.signIn.userName}
          hint={t.signIn.userNameHint}
          error={wrong.userName}
          name="userName"
          value={userName}
          onValue={setUserName}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <Field
          label={t.signIn.password}
          error={wrong.password}
          name="password"
          type="password"
          value={password}
          onValue={setPassword}
          autoComplete="current-password"
          required
        />
        <button type="submit" class="button button-primary" disabled={busy}>
          {busy ? t.signIn.submitting : t.signIn.submit}
        </button>
      </form>
      <p class="quiet measure">{t.signIn.help}</p>
    </Page>
  );
}
