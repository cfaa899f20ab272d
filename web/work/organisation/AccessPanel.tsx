/** *Zugänge*: people from the file can sign in once they have been sent a link; this is where it is sent. */
import { useState } from 'preact/hooks';
import type { Invited, UserLine } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { useCommand, useLive } from '../frame/live';
import { ErrorNote, Shown } from '../frame/states';

const order = ['active', 'invited', 'expired', 'new', 'locked', 'inactive'] as const;

export function AccessPanel() {
  const { t } = useWords();
  const loaded = useLive<UserLine[]>('/api/users', 5000);
  return (
    <section aria-labelledby="access">
      <h2 id="access">{t.access.title}</h2>
      <p class="quiet measure">{t.access.lead}</p>
      <Shown of={loaded}>{(users) => <Access users={users} reload={loaded.reload} />}</Shown>
    </section>
  );
}

function Access({ users, reload }: { users: UserLine[]; reload: () => void }) {
  const { t, f } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const [sent, setSent] = useState(0);
  const count = (state: UserLine['state']) => users.filter((user) => user.state === state).length;

  const invite = () =>
    run(async () => {
      let total = 0;
      let left: number;
      do {
        const portion = await api.post<Invited>('/api/users/invitations');
        total += portion.sent;
        left = portion.left;
      } while (left > 0);
      setSent(total);
      announce(t.access.sent(total));
      reload();
    });

  return (
    <>
      <ul class="counts">
        {order
          .filter((state) => count(state) > 0)
          .map((state) => (
            <li key={state}>
              <a href={`/stammdaten?zustand=${state}`}>
                {t.access.states[state]} <strong>{f.count(count(state))}</strong>
              </a>
            </li>
          ))}
      </ul>
      {error && <ErrorNote error={error} />}
      {sent > 0 && <p class="note">{t.access.sent(sent)}</p>}
      {count('new') > 0 && (
        <p class="actions">
          <button type="button" class="button" disabled={busy} onClick={invite}>
            {busy ? t.access.sending : t.access.invite(count('new'))}
          </button>
        </p>
      )}
    </>
  );
}
