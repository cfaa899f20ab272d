/** Over the page whose session has ended: after the password the interrupted request goes on, nothing is lost. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../shared/api/types';
import { useApi, useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { useCommand } from '../frame/live';
import { ErrorNote } from '../frame/states';
import { KnownUser } from './KnownUser';
import { RefusedNote } from './RefusedNote';

interface SignInAgainProps {
  session: Session;
  onSignedIn: (session: Session) => void;
  onLeave: () => void;
}

export function SignInAgain({ session, onSignedIn, onLeave }: SignInAgainProps) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const [password, setPassword] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLInputElement>('[type=password]')?.focus();
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      const credentials = { institute: session.institute.id, userName: session.user.userName, password };
      onSignedIn(await api.signIn(credentials));
    });
  };

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="again-title" onCancel={(event) => event.preventDefault()}>
      <form class="form" onSubmit={submit}>
        <h2 id="again-title">{t.signIn.expiredTitle}</h2>
        <p>{t.signIn.expired}</p>
        {error && (error.status === 401 ? <RefusedNote error={error} /> : <ErrorNote error={error} />)}
        <KnownUser userName={session.user.userName} />
        <Field
          label={t.signIn.password}
          name="password"
          type="password"
          value={password}
          onValue={setPassword}
          autoComplete="current-password"
          required
        />
        <div class="actions">
          <button type="submit" class="button button-primary" disabled={busy}>
            {busy ? t.signIn.submitting : t.signIn.submit}
          </button>
          <button type="button" class="link" onClick={onLeave}>
            {t.signIn.otherUser}
          </button>
        </div>
      </form>
    </dialog>
  );
}
