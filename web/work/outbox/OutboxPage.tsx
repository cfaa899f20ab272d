/** *Postausgang*, only in the local edition: the mails that were put down instead of sent. */
import type { MailLine } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Filters } from '../frame/Filters';
import { More } from '../frame/More';
import { Page } from '../frame/Page';
import { useParts } from '../frame/parts';
import { navigate, useLocation } from '../frame/router';
import { Empty, ErrorNote, Loading } from '../frame/states';

export function OutboxPage() {
  const { t, f } = useWords();
  const { words } = useLocation();
  const list = useParts<MailLine>('/api/outbox', words);
  return (
    <Page title={t.outbox.title}>
      <p class="lead">{t.outbox.lead}</p>
      <Filters words={words} label={t.outbox.search} onApply={(next) => navigate('/postausgang', 'push', next)} />
      {list.error && <ErrorNote error={list.error} retry={list.reload} />}
      {!list.data && !list.error && <Loading />}
      {list.data && list.items.length === 0 && <Empty>{words ? t.outbox.emptySearch : t.outbox.empty}</Empty>}
      {list.items.length > 0 && (
        <table class="table stacking">
          <caption class="visually-hidden">{t.outbox.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.outbox.subject}</th>
              <th scope="col">{t.outbox.to}</th>
              <th scope="col">{t.outbox.kind}</th>
              <th scope="col">{t.outbox.at}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((mail) => (
              <tr key={mail.id}>
                <td data-label={t.outbox.subject}>
                  <a href={`/postausgang/${encodeURIComponent(mail.id)}`}>{mail.subject}</a>
                  <span class="second break">{mail.from}</span>
                </td>
                <td data-label={t.outbox.to} class="break">
                  {mail.to}
                </td>
                <td data-label={t.outbox.kind}>{t.sendKinds[mail.kind]}</td>
                <td data-label={t.outbox.at}>{f.instant(mail.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.data && list.items.length > 0 && <More of={list} />}
    </Page>
  );
}
