import { useState } from 'preact/hooks';
import { announce } from '../frame/announce';
import { useApi, useSession, useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { useCommand } from '../frame/live';
import { fieldErrors } from '../frame/problems';
import { ErrorNote } from '../frame/states';
import { KnownUser } from '../signin/KnownUser';
import { PasswordRuleList } from '../signin/PasswordRuleList';
import { passwordRules } from '../signin/passwordRules';

const nothing = { present: '', wanted: '', repeated: '' };

export function PasswordForm() {
  const { t } = useWords();
  const api = useApi();
  const { institute, user, minimumPasswordLength } = useSession();
  const { busy, error, run } = useCommand();
  const [typed, setTyped] = useState(nothing);
  const [shown, setShown] = useState(false);
  const [done, setDone] = useState(false);
  const wrong = fieldErrors(error);
  const rules = passwordRules(typed.wanted, typed.repeated, {
    userName: user.userName,
    institute: institute.id,
    instituteName: institute.name,
    minimumLength: minimumPasswordLength,
  });
  const type = shown ? 'text' : 'password';
  const put = (part: Partial<typeof nothing>) => {
    setDone(false);
    setTyped({ ...typed, ...part });
  };

  const submit = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      await api.changePassword(typed.present, typed.wanted);
      setTyped(nothing);
      setShown(false);
      setDone(true);
      announce(t.ownAccount.done);
    });
  };

  return (
    <form class="form" onSubmit={submit}>
      {done && <p class="note">{t.ownAccount.done}</p>}
      {error && !error.problem.errors && <ErrorNote error={error} />}
      <KnownUser userName={user.userName} hidden />
      <Field
        label={t.ownAccount.present}
        error={wrong.password}
        name="password"
        type={type}
        value={typed.present}
        onValue={(present) => put({ present })}
        autoComplete="current-password"
        required
      />
      <Field
        label={t.activation.password}
        error={wrong.newPassword}
        name="new-password"
        type={type}
        value={typed.wanted}
        onValue={(wanted) => put({ wanted })}
        autoComplete="new-password"
        required
      />
      <Field
        label={t.activation.repeat}
        name="repeat-password"
        type={type}
        value={typed.repeated}
        onValue={(repeated) => put({ repeated })}
        autoComplete="new-password"
        required
      />
      <PasswordRuleList rules={rules} minimumLength={minimumPasswordLength}>
        <li>
          <span aria-hidden="true">·</span> {t.ownAccount.ruleCommon}
        </li>
      </PasswordRuleList>
      <label class="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        <span>{t.activation.show}</span>
      </label>
      <button
        type="submit"
        class="button button-primary"
        disabled={busy || typed.present === '' || !rules.length || !rules.noName || !rules.same}
      >
        {busy ? t.activation.submitting : t.ownAccount.submit}
      </button>
    </form>
  );
}
