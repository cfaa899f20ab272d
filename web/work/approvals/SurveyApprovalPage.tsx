/** One survey before its approval: what the checks say, the questions in both languages, and the button. */
import type { ApprovalView } from '../../shared/api/types';
import { announce } from '../frame/announce';
import { useApi, useWords } from '../frame/context';
import { focusHeading } from '../frame/focus';
import { useCommand, useLive } from '../frame/live';
import { Page } from '../frame/Page';
import { ErrorNote, Shown } from '../frame/states';
import { approvalAction } from './approvals';
import { DecisionHistory } from './DecisionHistory';
import { Findings } from './Findings';
import { QuestionPreview } from './QuestionPreview';
import { StageMark } from './StageMark';
import { WithdrawForm } from './WithdrawForm';

export function SurveyApprovalPage({ id }: { id: string }) {
  const { t } = useWords();
  const path = `/api/approvals/${encodeURIComponent(id)}`;
  const loaded = useLive<ApprovalView>(path);
  return (
    <Page
      title={loaded.data?.survey.name ?? t.approvals.survey}
      back={{ href: '/freigaben', text: t.approvals.title }}
      aside={loaded.data && <StageMark stage={loaded.data.survey.stage} />}
    >
      <Shown of={loaded}>
        {(view) => (
          <>
            <Data of={view} />
            <Approval of={view} path={path} reload={loaded.reload} />
            <Findings of={view} />
            <QuestionPreview of={view} />
            <DecisionHistory
              of={view.history}
              title={t.approvals.history}
              empty={t.approvals.noHistory}
              what={(each) => t.approvals.steps[each.step](each.version)}
              detail={(each) => each.reason !== '' && <p class="lines">{each.reason}</p>}
            />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Data({ of: { survey, asksSelfImage } }: { of: ApprovalView }) {
  const { t, f } = useWords();
  const lines: [name: string, value: string, meaning?: string][] = [
    [t.approvals.kind, t.approvals.kinds[survey.kind]],
    [
      t.approvals.confidentiality,
      t.approvals.modes[survey.confidentiality],
      t.approvals.modeMeaning[survey.confidentiality],
    ],
    [t.approvals.version, survey.version === 0 ? t.approvals.noVersion : f.count(survey.version)],
    [t.approvals.questions, f.count(survey.questions)],
    [t.approvals.selfImage, asksSelfImage ? t.approvals.withSelfImage : t.approvals.withoutSelfImage],
  ];
  return (
    <dl class="data">
      {lines.map(([name, value, meaning]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {meaning && <span class="second">{meaning}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ApprovalProps {
  of: ApprovalView;
  path: string;
  reload: () => void;
}

function Approval({ of: { survey }, path, reload }: ApprovalProps) {
  const { t, f } = useWords();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const action = approvalAction(survey);
  const post = (command: string, body: unknown, said: string) =>
    run(async () => {
      await api.post(`${path}/${command}`, body);
      announce(said);
      focusHeading();
      reload();
    });

  return (
    <section aria-labelledby="approval">
      <h2 id="approval">{t.approvals.approval}</h2>
      {error && <ErrorNote error={error} retry={error.status === 409 ? reload : undefined} />}
      {action === 'none' && <p class="note note-error">{t.approvals.blocked}</p>}
      {action === 'publish' && (
        <>
          <p class="measure">{t.approvals.notPublished}</p>
          <p class="actions">
            <button
              type="button"
              class="button button-primary"
              disabled={busy}
              onClick={() => post('publish', {}, t.approvals.published)}
            >
              {busy ? t.approvals.publishing : t.approvals.publish}
            </button>
          </p>
        </>
      )}
      {action === 'approve' && (
        <>
          <p class="measure">{t.approvals.beforeApproval}</p>
          <p class="actions">
            <button
              type="button"
              class="button button-primary"
              disabled={busy}
              onClick={() => post('approve', { version: survey.version }, t.approvals.approved)}
            >
              {busy ? t.approvals.approving : t.approvals.approve(survey.version)}
            </button>
          </p>
        </>
      )}
      {action === 'withdraw' && (
        <>
          <p class="measure">
            {survey.approvedAt && t.approvals.since(f.instant(survey.approvedAt))} {t.approvals.approvedMeaning}
          </p>
          <WithdrawForm
            texts={t.approvals}
            most={500}
            busy={busy}
            onWithdraw={(reason) => post('withdraw', { reason }, t.approvals.withdrawn)}
          />
        </>
      )}
    </section>
  );
}
