/** One participant: where they stand, what happened, and each mail to them. */
import type { ParticipantView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { Shown } from '../frame/states';
import { StateMark } from '../imports/StateMark';
import { ContactLog } from './ContactLog';

export function ParticipantPage({ id }: { id: string }) {
  const { t, f } = useWords();
  const loaded = useLive<ParticipantView>(`/api/participants/${encodeURIComponent(id)}`, 10_000);
  return (
    <Page
      title={
        loaded.data?.erasedOn
          ? t.retention.erasedTitle
          : loaded.data?.name || loaded.data?.email || t.participants.title
      }
      windowTitle={t.participants.title}
      back={{ href: '/teilnehmer', text: t.participants.title }}
    >
      <Shown of={loaded}>
        {(view) => (
          <div class="participant">
            <div class="lead">
              <StateMark state={view.state} />
              {view.answer && <> · {t.answerStates[view.answer]}</>}
              {view.reasonText !== '' && <p class="quiet measure">{view.reasonText}</p>}
              {view.erasedOn && <p class="measure">{t.retention.erasedOn(f.day(view.erasedOn))}</p>}
            </div>
            <Data of={view} />
            <History of={view} />
            <ContactLog of={view} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Data({ of }: { of: ParticipantView }) {
  const { t, f } = useWords();
  const { legalBasis } = of;
  const basis = [
    t.participants.bases[legalBasis.kind],
    legalBasis.evidence,
    legalBasis.on ? f.day(legalBasis.on) : '',
  ].filter((part) => part !== '');
  const lines: [string, string][] = [
    [t.imports.customerNumber, of.erasedOn ? t.retention.erased : of.customerNumber || t.imports.noCustomerNumber],
    [t.imports.email, of.erasedOn ? t.retention.erased : of.email],
    [t.imports.conversation, of.conversationOn ? f.day(of.conversationOn) : ''],
    [t.imports.advisor, of.advisorName],
    [t.participants.unit, of.unitName],
    [t.imports.survey, of.surveyName],
    [t.participants.segment, of.segment],
    [t.participants.channel, of.channel],
    [t.participants.mailLanguage, t.participants.languages[of.language]],
    [t.participants.legalBasis, basis.join(', ')],
    [t.participants.expires, of.expiresAt ? f.instant(of.expiresAt) : ''],
  ];
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t.participants.data}</h2>
      <dl class="data">
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="break">{value}</dd>
            </div>
          ))}
        <div>
          <dt>{t.participants.source}</dt>
          <dd class="break">
            <a href={`/importe/${encodeURIComponent(of.importId)}`}>
              {t.participants.sourceLine(of.importFileName, of.line)}
            </a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function History({ of }: { of: ParticipantView }) {
  const { t, f } = useWords();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.participants.history}</h2>
      <ol class="history">
        {of.history.map((entry, index) => (
          <li key={index}>
            <time dateTime={entry.at ?? entry.on}>{entry.at ? f.instant(entry.at) : f.day(entry.on)}</time>
            <span>
              {entry.text}
              {entry.by !== '' && <span class="quiet"> {t.participants.by(entry.by)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
