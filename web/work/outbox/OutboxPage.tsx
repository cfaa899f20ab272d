/** *Postausgang*, only in the local edition: the mails that were put down instead of sent. */
import { useState } from 'preact/hooks';
import type { MailLine } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Field } from '../frame/Field';
import { More } from '../frame/More';
import { Page } from '../frame/Page';
import { useParts } from '../frame/parts';
import { query } from '../frame/router';
import { Empty, ErrorNote, Loading } from '../frame/states';

export function OutboxPage() {
  const { t, f } = useWords();
  // Not in the page's address: whom one looks for is nobody else's business.
  const [words, setWords] = useState('');
  const list = useParts<MailLine>(`/api/outbox${query({ search: words })}`);
  return (
    <Page title={t.outbox.title}>
      <p class="lead">{t.outbox.lead}</p>
      <Search onWords={setWords} />
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

function Search({ onWords }: { onWords: (words: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  return (
    <search>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          onWords(typed.trim());
        }}
      >
        <Field label={t.outbox.search} name="search" type="search" value={typed} onValue={setTyped} />
        <button type="submit" class="button">
          {t.participants.apply}
        </button>
      </form>
    </search>
  );
}
