import type { CallbacksView } from '../../shared/api/types';
import { useSession, useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { CallbackItem } from './CallbackItem';

/** On the advisor's own page: who waits for a call. Nothing at all if nobody ever asked for one. */
export function OwnCallbacks() {
  const { t } = useWords();
  const { roles } = useSession().user;
  const loaded = useLive<CallbacksView>('/api/callbacks', 15_000);
  const view = loaded.data;
  if (!view || view.open.length + view.done.length === 0) return null;
  // Who is sales management too sees everybody's: those have their own page.
  const seesAll = roles.includes('salesManagement');
  return (
    <section class="own-callbacks" aria-labelledby="callbacks">
      <h2 id="callbacks">{view.open.length === 0 ? t.callbacks.title : t.callbacks.open(view.open.length)}</h2>
      {!seesAll && view.open.length > 0 && (
        <ul class="callbacks">
          {view.open.map((each) => (
            <CallbackItem key={each.id} of={each} withAdvisor={false} reload={loaded.reload} />
          ))}
        </ul>
      )}
      <p>
        <a href="/rueckrufe">{t.callbacks.all}</a>
      </p>
    </section>
  );
}
