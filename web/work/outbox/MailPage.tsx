/** One mail as its recipient sees it: in a frame without scripts, beside its text part and headers. */
import type { MailView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Shown } from '../frame/states';
import { kindOf, linksOf } from './links';

export function MailPage({ id }: { id: string }) {
  const { t, f } = useWords();
  const path = `/api/outbox/${encodeURIComponent(id)}`;
  const loaded = useLive<MailView>(path);
  return (
    <Page
      title={loaded.data?.subject ?? t.outbox.title}
      windowTitle={t.outbox.title}
      back={{ href: '/postausgang', text: t.outbox.title }}
      aside={
        <a href={`${path}/raw`} download>
          {t.outbox.raw}
        </a>
      }
    >
      <Shown of={loaded}>
        {(mail) => (
          <>
            <dl class="data">
              <div>
                <dt>{t.outbox.from}</dt>
                <dd class="break">{mail.from}</dd>
              </div>
              <div>
                <dt>{t.outbox.to}</dt>
                <dd class="break">
                  {mail.to}
                  {mail.participant && (
                    <a class="second" href={`/teilnehmer/${encodeURIComponent(mail.participant)}`}>
                      {t.outbox.participant}
                    </a>
                  )}
                </dd>
              </div>
              <div>
                <dt>{t.outbox.at}</dt>
                <dd>{f.instant(mail.at)}</dd>
              </div>
            </dl>
            <Links in={mail.text} />
            {mail.hasHtml && (
              <section aria-labelledby="html">
                <h2 id="html">{t.outbox.html}</h2>
                <iframe
                  class="mail"
                  title={t.outbox.frame(mail.subject)}
                  src={`${path}/html`}
                  sandbox="allow-popups allow-popups-to-escape-sandbox"
                  referrerpolicy="no-referrer"
                />
              </section>
            )}
            <section aria-labelledby="text">
              <h2 id="text">{t.outbox.text}</h2>
              <pre class="source">{mail.text}</pre>
            </section>
            <Headers of={mail} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Links({ in: text }: { in: string }) {
  const { t } = useWords();
  const links = linksOf(text);
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links">
      <h2 id="links">{t.outbox.links}</h2>
      <p class="hint">{t.outbox.linksHint}</p>
      <ul class="plain">
        {links.map((link) => (
          <li key={link}>
            <a class="break" href={link} target="_blank" rel="noopener noreferrer">
              {link}
            </a>
            <LinkKind of={link} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkKind({ of }: { of: string }) {
  const { t } = useWords();
  const kind = kindOf(of);
  return kind && <span class="second">{t.outbox.linkKinds[kind]}</span>;
}

function Headers({ of }: { of: MailView }) {
  const { t } = useWords();
  return (
    <details class="more-detail">
      <summary>{t.outbox.headers}</summary>
      <dl class="data data-code">
        {of.headers.map((header, index) => (
          <div key={index}>
            <dt>{header.name}</dt>
            <dd class="break">{header.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
