import type { ContactEntry, ParticipantView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Empty } from '../frame/states';

/** The contact log: what was sent when, and what became of it. */
export function ContactLog({ of }: { of: ParticipantView }) {
  const { t, f } = useWords();
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{t.participants.contacts}</h2>
      {of.contacts.length === 0 ? (
        <Empty>{t.participants.noContacts}</Empty>
      ) : (
        <table class="table stacking">
          <caption class="visually-hidden">{t.participants.contacts}</caption>
          <thead>
            <tr>
              <th scope="col">{t.participants.at}</th>
              <th scope="col">{t.participants.what}</th>
              <th scope="col">{t.participants.result}</th>
            </tr>
          </thead>
          <tbody>
            {of.contacts.map((entry) => (
              <tr key={`${entry.at} ${entry.kind}`}>
                <td data-label={t.participants.at}>{f.instant(entry.at)}</td>
                <td data-label={t.participants.what}>
                  {t.sendKinds[entry.kind]}
                  {entry.outboxId && (
                    <a class="second" href={`/postausgang/${encodeURIComponent(entry.outboxId)}`}>
                      {t.participants.openMail}
                    </a>
                  )}
                </td>
                <td data-label={t.participants.result}>
                  <Result of={entry} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Result({ of }: { of: ContactEntry }) {
  const { t, f } = useWords();
  return (
    <>
      {of.bouncedAt ? t.sendStates.bounced(f.instant(of.bouncedAt)) : t.sendStates[of.state]}
      {of.reasonText !== '' && <span class="second">{of.reasonText}</span>}
      {of.carrierMessage !== '' && <span class="second">{t.participants.carrierMessage(of.carrierMessage)}</span>}
      {of.nextTryAt && <span class="second">{t.participants.nextTry(f.instant(of.nextTryAt))}</span>}
    </>
  );
}
