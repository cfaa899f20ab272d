/** Setting the first or a new password by the link of the activation mail. Opening it changes nothing. */
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../shared/api/client';
import type { ActivationCheck } from '../../shared/api/types';
import { useApi, useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { useCommand } from '../frame/live';
import { Page } from '../frame/Page';
import { fieldErrors } from '../frame/problems';
import { ErrorNote, Loading } from '../frame/states';
import { activationLink } from './activationLink';
import { rememberInstitute } from './institute';
import { KnownUser } from './KnownUser';
import { PasswordRuleList } from './PasswordRuleList';
import { passwordRules } from './passwordRules';

type Link = 'checking' | 'bad' | ApiError | ActivationCheck;

export function ActivationPage() {
  const { t } = useWords();
  const api = useApi();
  const [{ institute, token }] = useState(() => activationLink(location.hash));
  const [link, setLink] = useState<Link>('checking');
  const [done, setDone] = useState(false);

  useEffect(() => {
    // A secret does not stay in the address bar or in the history.
    history.replaceState(null, '', location.pathname);
    api.post<ActivationCheck>('/api/activation/check', { institute, token }).then(setLink, (error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      setLink(error.status >= 400 && error.status < 500 && error.status !== 429 ? 'bad' : error);
    });
  }, [api, institute, token]);

  return (
    <Page title={t.activation.title}>
      {link === 'checking' && <Loading />}
      {link === 'bad' && (
        <>
          <p class="note note-error" role="alert">
            {t.activation.badLink}
          </p>
          <p>{t.activation.alreadySet}</p>
          <SignInLink institute={institute} />
        </>
      )}
      {link instanceof ApiError && <ErrorNote error={link} />}
      {done && (
        <div class="note" role="status">
          <p>{t.activation.done}</p>
          <SignInLink institute={institute} />
        </div>
      )}
      {!done && typeof link === 'object' && !(link instanceof ApiError) && (
        <PasswordForm institute={institute} token={token} check={link} onDone={() => setDone(true)} />
      )}
    </Page>
  );
}

/** @param institute from the link; empty if it has none. */
function SignInLink({ institute }: { institute: string }) {
  const { t } = useWords();
  const search = institute === '' ? '' : `?institut=${encodeURIComponent(institute)}`;
  return (
    <a class="button button-primary" href={`/anmelden${search}`}>
      {t.signIn.title}
    </a>
  );
}

interface PasswordFormProps {
  institute: string;
  token: string;
  check: ActivationCheck;
  onDone: () => void;
}

function PasswordForm({ institute, token, check, onDone }: PasswordFormProps) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [shown, setShown] = useState(false);
  const rules = passwordRules(password, repeated, { ...check, institute });
  const type = shown ? 'text' : 'password';

  const submit = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      await api.post('/api/activation', { institute, token, password });
      rememberInstitute(institute);
      onDone();
    });
  };

  return (
    <form class="form" onSubmit={submit}>
      <p class="lead">{t.activation.intro(check.name, check.instituteName)}</p>
      {error && !error.problem.errors && <ErrorNote error={error} />}
      <KnownUser userName={check.userName} />
      <PasswordRuleList rules={rules} minimumLength={check.minimumLength} />
      <Field
        label={t.activation.password}
        error={fieldErrors(error).password}
        name="new-password"
        type={type}
        value={password}
        onValue={setPassword}
        autoComplete="new-password"
        required
      />
      <Field
        label={t.activation.repeat}
        name="repeat-password"
        type={type}
        value={repeated}
        onValue={setRepeated}
        autoComplete="new-password"
        required
      />
      <label class="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        <span>{t.activation.show}</span>
      </label>
      <button
        type="submit"
        class="button button-primary"
        disabled={busy || !rules.length || !rules.noName || !rules.same}
      >
        {busy ? t.activation.submitting : t.activation.submit}
      </button>
    </form>
  );
}
