/** Sending a link, locking or unlocking one account: says what will happen, then does it. */
import type { Person } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { Confirm } from '../frame/Confirm';
import { useApi, useWords } from '../frame/context';
import { useCommand } from '../frame/live';
import { shownName, type StepKind } from './accounts';

export interface Step {
  kind: StepKind;
  person: Person;
}

interface AccountStepProps {
  of: Step;
  /** With what is to be said. */
  onDone: (said: string) => void;
  onCancel: () => void;
}

const paths: Record<StepKind, string> = {
  send: '/api/users/invitation',
  lock: '/api/users/lock',
  unlock: '/api/users/unlock',
};

export function AccountStep({ of: { kind, person }, onDone, onCancel }: AccountStepProps) {
  const { t } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const name = shownName(person);
  const words = {
    send: [t.account.sendTitle, t.account.sendNow, t.account.sending, t.account.sent(name)],
    lock: [t.account.lockTitle, t.account.lockNow, t.account.locking, t.account.locked(name)],
    unlock: [t.account.unlockTitle, t.account.unlockNow, t.account.unlocking, t.account.unlocked(name)],
  } as const;
  const [title, confirm, confirming, said] = words[kind];

  const act = () =>
    run(async () => {
      await api.post(paths[kind], { userName: person.userName });
      announce(said);
      onDone(said);
    });

  return (
    <Confirm
      title={title}
      confirm={confirm}
      confirming={confirming}
      busy={busy}
      error={error}
      onConfirm={act}
      onCancel={onCancel}
    >
      {kind === 'send' && (
        <>
          <p class="break">{t.account.sendText(person.userName)}</p>
          {person.account?.linkUntil && <p>{t.account.sendEnds}</p>}
          {person.account?.state === 'active' && <p>{t.account.sendKeeps}</p>}
        </>
      )}
      {kind === 'lock' && (
        <>
          <p class="break">{t.account.lockText(name)}</p>
          {person.account?.linkUntil && <p>{t.account.lockLink}</p>}
          <p>{t.account.lockKeeps}</p>
        </>
      )}
      {kind === 'unlock' && <p class="break">{t.account.unlockText(name)}</p>}
    </Confirm>
  );
}
