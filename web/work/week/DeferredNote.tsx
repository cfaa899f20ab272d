import type { DeferredMails } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { mailsDeferred } from './week';

/** Mails that have not been taken yet: how many, why, and when they are tried again. Nobody has to press anything. */
export function DeferredNote({ of }: { of: DeferredMails[] }) {
  const { t, f } = useWords();
  if (of.length === 0) return null;
  return (
    <div class="note">
      <p>
        <strong>{t.week.deferred(mailsDeferred(of))}</strong>
      </p>
      <ul>
        {of.map(({ code, text, count, nextTryAt }) => (
          <li key={code}>
            {of.length > 1 && <>{t.week.mails(count)}: </>}
            {text} {nextTryAt ? t.week.nextTry(f.instantShort(nextTryAt)) : t.week.nextTryResumed}
          </li>
        ))}
      </ul>
    </div>
  );
}
