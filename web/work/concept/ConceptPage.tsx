/** *Berechtigungskonzept*: whether it is agreed, with whom and since when, and every decision on it. */
import type { ConceptDecision, ConceptView } from '../../shared/api/types';
import { conceptSummary } from '../approvals/approvals';
import { DecisionHistory } from '../approvals/DecisionHistory';
import { WithdrawForm } from '../approvals/WithdrawForm';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { focusHeading } from '../frame/focus';
import { useCommand, useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { ErrorNote, Shown } from '../frame/states';
import { AgreementForm } from './AgreementForm';

export function ConceptPage() {
  const { t } = useWords();
  const loaded = useLive<ConceptView>('/api/concept');
  return (
    <Page
      title={t.concept.heading}
      windowTitle={t.concept.title}
      back={{ href: '/freigaben', text: t.approvals.title }}
    >
      <p class="lead">{t.concept.lead}</p>
      <Shown of={loaded}>
        {(view) => (
          <>
            <State of={view} reload={loaded.reload} />
            <AgreementForm of={view} reload={loaded.reload} />
            <DecisionHistory
              of={view.history}
              title={t.concept.history}
              empty={t.concept.noHistory}
              what={(each) => t.concept.steps[each.step](each.version)}
              detail={(each) => <Detail of={each} />}
            />
          </>
        )}
      </Shown>
    </Page>
  );
}

function State({ of, reload }: { of: ConceptView; reload: () => void }) {
  const { t, f } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const latest = of.history[0];
  const withdraw = (reason: string) =>
    run(async () => {
      await api.post('/api/concept/withdraw', { reason, seen: of.number });
      announce(t.concept.withdrawn);
      focusHeading();
      reload();
    });

  return (
    <section aria-labelledby="state">
      <h2 id="state">{t.concept.state}</h2>
      {of.lock ? (
        <div class="note note-error">
          <p>
            <strong>{t.concept.locked}</strong>
          </p>
          <p>{conceptSummary(of, t, f)}</p>
        </div>
      ) : (
        <p class="note">{conceptSummary(of, t, f)}</p>
      )}
      {latest?.step === 'agreed' && <Agreement of={latest} />}
      {error && <ErrorNote error={error} retry={error.status === 409 ? reload : undefined} />}
      {latest?.step === 'agreed' && <WithdrawForm texts={t.concept} most={2000} busy={busy} onWithdraw={withdraw} />}
    </section>
  );
}

function Agreement({ of }: { of: ConceptDecision }) {
  const { t, f } = useWords();
  const lines: [string, string][] = [
    [t.concept.agreedWith, of.agreedWith],
    [t.concept.agreedOn, of.agreedOn ? f.day(of.agreedOn) : ''],
    [t.concept.effectiveFrom, of.effectiveFrom ? f.day(of.effectiveFrom) : ''],
    [t.concept.document, of.title],
    [t.concept.note, of.note],
    [t.concept.recordedBy, `${of.by}, ${f.instant(of.at)}`],
  ];
  return (
    <dl class="data data-texts">
      {lines
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="break lines">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Detail({ of }: { of: ConceptDecision }) {
  const { t, f } = useWords();
  return (
    <>
      {of.step === 'agreed' && of.agreedOn && (
        <span class="second">
          {t.concept.agreedLine(of.agreedWith, f.day(of.agreedOn), f.day(of.effectiveFrom ?? of.agreedOn))}
        </span>
      )}
      {of.step === 'agreed' && of.title !== '' && <span class="second">{of.title}</span>}
      {of.note !== '' && <span class="second lines">{of.note}</span>}
    </>
  );
}
