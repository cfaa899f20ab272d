import { useEffect, useRef } from 'preact/hooks';
import type { SendProgress, WeekView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { useCommand } from '../frame/live';
import { ErrorNote } from '../frame/states';
import { DeferredNote } from './DeferredNote';
import { canBeTaken } from '../imports/counts';
import { lockLink, mailsDeferred, progress, whatIsSent } from './week';

interface SendPanelProps {
  view: WeekView;
  isNext: boolean;
  reload: () => void;
}

export function SendPanel({ view, isNext, reload }: SendPanelProps) {
  const { t, f } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const ready = whatIsSent(view.sendable, t, f);
  useEndSpoken(view);

  const send = () =>
    run(async () => {
      await api.post('/api/week/send');
      announce(t.week.starting);
      reload();
    });

  const resume = () =>
    run(async () => {
      await api.post('/api/week/resume');
      reload();
    });

  return (
    <section class="step" aria-labelledby="send">
      <h2 id="send">
        <span class="step-number" aria-hidden="true">
          2
        </span>
        {t.week.send}
      </h2>
      {view.running && <Progress of={view.running} />}
      {view.pausedText && (
        <div class="note note-error" role="alert">
          <p>{view.pausedText}</p>
          <button type="button" class="button" disabled={busy} onClick={resume}>
            {t.week.resume}
          </button>
        </div>
      )}
      {!view.running && ready !== '' && (
        <p class="actions">
          <button
            type="button"
            class={isNext ? 'button button-primary' : 'button'}
            disabled={busy}
            aria-describedby={view.locks.length > 0 ? 'locks' : undefined}
            onClick={send}
          >
            {busy ? t.week.starting : t.week.sendNow(ready)}
          </button>
        </p>
      )}
      {view.locks.length > 0 && (
        <div class="note" id="locks">
          <p>
            <strong>{ready === '' ? t.week.locked : t.week.lockedPartly}</strong>
          </p>
          <ul>
            {view.locks.map((lock) => (
              <li key={lock.code}>
                {lock.text} <LockLink code={lock.code} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <DeferredNote of={view.deferred} />
      {error && <ErrorNote error={error} />}
      {/* What waits behind a lock is not counted: then the lock alone says why nothing can be sent. */}
      {!view.running && !view.pausedText && ready === '' && view.locks.length === 0 && view.deferred.length === 0 && (
        <p class="quiet measure">{whyNothing(view, t)}</p>
      )}
      <SentSoFar view={view} />
    </section>
  );
}

function LockLink({ code }: { code: string }) {
  const { t } = useWords();
  const { href, text } = lockLink(code, t);
  return <a href={href}>{text}</a>;
}

function whyNothing(view: WeekView, t: ReturnType<typeof useWords>['t']): string {
  return view.imports.some(canBeTaken) ? t.week.confirmFirst : t.week.nothingToSend;
}

function SentSoFar({ view }: { view: WeekView }) {
  const { t, f } = useWords();
  const sent = whatIsSent(view.sent, t, f);
  if (sent === '' || !view.sent.lastAt) return null;
  return <p class="quiet">{t.week.nothingAfterSend(sent, f.instantShort(view.sent.lastAt))}</p>;
}

function Progress({ of }: { of: SendProgress }) {
  const { t, f } = useWords();
  return (
    <div class="progress">
      <label for="progress">{t.week.sending(f.count(of.sent), f.count(of.queued))}</label>
      <progress id="progress" max={1} value={progress(of)} />
      {of.failed > 0 && <p class="hint">{t.week.failedMails(of.failed)}</p>}
    </div>
  );
}

/** Says once, politely, that the wave is through; each step in between would be noise. */
function useEndSpoken({ running, deferred }: WeekView) {
  const { t } = useWords();
  const before = useRef<SendProgress | null>(null);
  useEffect(() => {
    if (before.current && !running) {
      const waiting = mailsDeferred(deferred);
      announce(waiting > 0 ? t.week.deferred(waiting) : t.week.sentAll(before.current.queued));
    }
    before.current = running;
  }, [running, deferred, t]);
}
