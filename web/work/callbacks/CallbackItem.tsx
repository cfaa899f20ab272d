/** One customer who wishes to be called, with what is to be done about it. */
import { useState } from 'preact/hooks';
import type { CallbackView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { useCommand } from '../frame/live';
import { ErrorNote } from '../frame/states';

interface CallbackItemProps {
  of: CallbackView;
  /** Whose customer it is: of no use on the advisor's own page. */
  withAdvisor: boolean;
  reload: () => void;
}

export function CallbackItem({ of, withAdvisor, reload }: CallbackItemProps) {
  const { t, f } = useWords();
  const name = of.name || t.callbacks.unnamed;
  const about = [
    of.wishedAt ? f.instant(of.wishedAt) : f.day(of.wishedOn),
    of.surveyName,
    withAdvisor ? of.advisorName : '',
  ].filter((part) => part !== '');
  return (
    <li class="callback">
      <p class="callback-head">
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <a href={`tel:${of.phone.replaceAll(/[^+\d]/g, '')}`} aria-label={t.callbacks.call(name, of.phone)}>
          {of.phone}
        </a>
      </p>
      <p class="quiet">{about.join(' · ')}</p>
      {of.note !== '' && <blockquote class="callback-note">{of.note}</blockquote>}
      {of.confidential && <p class="hint">{t.callbacks.confidential}</p>}
      {of.done ? (
        <Done of={of} name={name} reload={reload} />
      ) : (
        <Open key={of.revision} of={of} name={name} reload={reload} />
      )}
    </li>
  );
}

interface StateProps {
  of: CallbackView;
  name: string;
  reload: () => void;
}

function Open({ of, name, reload }: StateProps) {
  const { t } = useWords();
  const { busy, error, run } = useMark(of, reload);
  const [note, setNote] = useState('');
  return (
    <form
      class="callback-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run('done', note.trim(), t.callbacks.isDone(name));
      }}
    >
      {error && <ErrorNote error={error} />}
      <Field label={t.callbacks.note} name="note" value={note} onValue={setNote} />
      <button type="submit" class="button" disabled={busy}>
        {busy ? t.callbacks.marking : t.callbacks.done}
        <span class="visually-hidden">: {name}</span>
      </button>
    </form>
  );
}

function Done({ of, name, reload }: StateProps) {
  const { t, f } = useWords();
  const { busy, error, run } = useMark(of, reload);
  if (!of.done) return null;
  return (
    <>
      {error && <ErrorNote error={error} />}
      <p>
        {t.callbacks.doneBy(of.done.by, f.instant(of.done.at))}
        {of.done.note !== '' && (
          <>
            {': '}
            <bdi>{of.done.note}</bdi>
          </>
        )}
      </p>
      <p>
        <button type="button" class="link" disabled={busy} onClick={() => run('reopen', '', t.callbacks.isOpen(name))}>
          {t.callbacks.reopen}
          <span class="visually-hidden">: {name}</span>
        </button>
      </p>
    </>
  );
}

/** After a refusal the list is loaded anew, too: it says what has changed. */
function useMark(of: CallbackView, reload: () => void) {
  const api = useApi();
  const { busy, error, run } = useCommand();
  const mark = (command: 'done' | 'reopen', note: string, said: string) =>
    run(async () => {
      try {
        await api.post(`/api/callbacks/${encodeURIComponent(of.id)}/${command}`, { note, revision: of.revision });
        announce(said);
      } finally {
        reload();
      }
    });
  return { busy, error, run: mark };
}
