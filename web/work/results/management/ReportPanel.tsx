/** Who gets the report by mail, and how often. Sales management decides; nobody else sees this. */
import { useState } from 'preact/hooks';
import type { ReportRhythm, ReportRole, ReportSchedule } from '../../../shared/api/types';
import { announce } from '../../frame/announce';
import { useApi, useWords } from '../../frame/context';
import { useCommand, useLive } from '../../frame/live';
import { fieldErrors } from '../../frame/problems';
import { ErrorNote, Shown } from '../../frame/states';
import { useView } from '../views/context';

const rhythms: ReportRhythm[] = ['never', 'weekly', 'monthly'];
const roles: ReportRole[] = ['salesManagement', 'head'];
const path = '/api/results/report';

export function ReportPanel() {
  const { v } = useView();
  const schedule = useLive<ReportSchedule>(path);
  return (
    <section aria-labelledby="report" class="report-mail">
      <h2 id="report">{v.report.title}</h2>
      <p class="measure">{v.report.lead}</p>
      <Shown of={schedule}>{(data) => <ReportForm of={data} reload={schedule.reload} />}</Shown>
    </section>
  );
}

function ReportForm({ of, reload }: { of: ReportSchedule; reload: () => void }) {
  const { v } = useView();
  const api = useApi();
  const { busy, error, run } = useCommand();
  const [rhythm, setRhythm] = useState(of.rhythm);
  const [chosen, setChosen] = useState<ReportRole[]>(of.roles);
  const wrong = fieldErrors(error);
  const save = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      await api.put(path, { rhythm, roles: rhythm === 'never' ? [] : chosen });
      announce(v.report.saved);
      reload();
    });
  };
  const toggle = (role: ReportRole, on: boolean) =>
    setChosen((before) => roles.filter((r) => (r === role ? on : before.includes(r))));

  return (
    <form class="form form-wide" onSubmit={save} noValidate>
      {error && Object.keys(wrong).length === 0 && <ErrorNote error={error} />}
      <fieldset class="choices">
        <legend class="label">{v.report.rhythm}</legend>
        {rhythms.map((choice) => (
          <label class="check" key={choice}>
            <input type="radio" name="rhythm" checked={rhythm === choice} onChange={() => setRhythm(choice)} />
            <span>{v.report.rhythms[choice]}</span>
          </label>
        ))}
      </fieldset>
      {rhythm !== 'never' && (
        <fieldset class="choices">
          <legend class="label">{v.report.roles}</legend>
          {wrong.roles && <p class="field-error">{wrong.roles}</p>}
          {roles.map((role) => (
            <label class="check" key={role}>
              <input
                type="checkbox"
                checked={chosen.includes(role)}
                onChange={(event) => toggle(role, event.currentTarget.checked)}
              />
              <span>{v.report.roleNames[role]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="actions">
        <button type="submit" class="button" disabled={busy}>
          {busy ? v.report.saving : v.report.save}
        </button>
      </p>
      <ReportState of={of} />
    </form>
  );
}

function ReportState({ of }: { of: ReportSchedule }) {
  const { f } = useWords();
  const { v } = useView();
  return (
    <>
      {of.next && <p class="hint measure">{v.report.next(f.instant(of.next), of.recipients)}</p>}
      {of.latest && (
        <p class="hint measure">
          {v.report.latest(f.instant(of.latest.at), of.latest.sent)}
          {of.latest.waiting > 0 && ` ${v.report.waiting(of.latest.waiting)}`}
          {of.latest.failed > 0 && ` ${v.report.failed(of.latest.failed)}`}
        </p>
      )}
      {of.by && of.at && <p class="hint measure">{v.report.decided(of.by, f.instant(of.at))}</p>}
    </>
  );
}
