/** *Rückrufwünsche*: who is to be called, and who has been. An advisor sees the own customers, sales management all. */
import type { CallbacksView, CallbackView } from '../../shared/api/types';
import { useSession, useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Empty, Shown } from '../frame/states';
import { CallbackItem } from './CallbackItem';

export function CallbacksPage() {
  const { t } = useWords();
  const { roles } = useSession().user;
  const loaded = useLive<CallbacksView>('/api/callbacks', 10_000);
  const seesAll = roles.includes('salesManagement');
  const back = seesAll
    ? { href: '/woche', text: t.frame.nav.week }
    : { href: '/meine-ergebnisse', text: t.frame.nav.own };
  const list = (of: CallbackView[]) => (
    <ul class="callbacks">
      {of.map((each) => (
        <CallbackItem key={each.id} of={each} withAdvisor={seesAll} reload={loaded.reload} />
      ))}
    </ul>
  );
  return (
    <Page title={t.callbacks.title} back={back}>
      <p class="lead">{t.callbacks.lead}</p>
      <Shown of={loaded}>
        {(view) => (
          <>
            <section aria-labelledby="open">
              <h2 id="open">{t.callbacks.open(view.open.length)}</h2>
              {view.open.length === 0 ? <Empty>{t.callbacks.nothingOpen}</Empty> : list(view.open)}
            </section>
            {view.done.length > 0 && (
              <section aria-labelledby="done">
                <h2 id="done">{t.callbacks.doneTitle}</h2>
                {list(view.done)}
              </section>
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}
