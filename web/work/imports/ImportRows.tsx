import type { ImportRow, ImportView, ParticipantState } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { More } from '../frame/More';
import { useParts } from '../frame/parts';
import { query, useLocation } from '../frame/router';
import { Empty, ErrorNote, Loading } from '../frame/states';
import { presentStates } from './counts';
import { StateMark } from './StateMark';

/** The rows, filtered by the state in the address: a filter can be bookmarked and goes back with the browser. */
export function ImportRows({ view, path }: { view: ImportView; path: string }) {
  const { t } = useWords();
  const { path: page, search } = useLocation();
  const state = search.get('zustand');
  const list = useParts<ImportRow>(`${path}/rows${query({ state, take: 50 })}`);
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t.imports.filter}</h2>
      <StateFilter view={view} page={page} state={state} />
      {list.error && <ErrorNote error={list.error} retry={list.reload} />}
      {!list.data && !list.error && <Loading />}
      {list.data && list.items.length === 0 && <Empty>{t.imports.noRows}</Empty>}
      {list.items.length > 0 && <Rows of={list.items} fileName={view.fileName} />}
      {list.data && (
        <More of={list} total={presentStates(view.counts).find(([each]) => each === state)?.[1] ?? view.rows} />
      )}
    </section>
  );
}

function StateFilter({ view, page, state }: { view: ImportView; page: string; state: string | null }) {
  const { t, f } = useWords();
  const item = (value: ParticipantState | null, text: string, count: number) => (
    <li key={value ?? 'all'}>
      <a href={`${page}${query({ zustand: value })}`} aria-current={state === value ? 'true' : undefined}>
        {text} <strong>{f.count(count)}</strong>
      </a>
    </li>
  );
  return (
    <ul class="filter">
      {item(null, t.common.all, view.rows)}
      {presentStates(view.counts).map(([value, count]) => item(value, t.states[value], count))}
    </ul>
  );
}

function Rows({ of, fileName }: { of: ImportRow[]; fileName: string }) {
  const { t, f } = useWords();
  return (
    <table class="table stacking">
      <caption class="visually-hidden">{t.imports.caption(fileName)}</caption>
      <thead>
        <tr>
          <th scope="col" class="figure">
            {t.imports.line}
          </th>
          <th scope="col">{t.imports.state}</th>
          <th scope="col">{t.imports.person}</th>
          <th scope="col">{t.imports.conversation}</th>
          <th scope="col">{t.imports.survey}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((row) => (
          <tr key={row.line}>
            <td class="figure" data-label={t.imports.line}>
              {f.count(row.line)}
            </td>
            <td data-label={t.imports.state} class="wide">
              <StateMark state={row.state} />
              {row.reasonText !== '' && <span class="second">{row.reasonText}</span>}
              {row.warnings.map((warning) => (
                <span key={warning.code} class="second">
                  {t.imports.warning}: {warning.text}
                </span>
              ))}
            </td>
            <td data-label={t.imports.person}>
              {row.participantId ? (
                <a href={`/teilnehmer/${encodeURIComponent(row.participantId)}`}>
                  {row.erasedOn ? t.retention.erased : row.name || row.email}
                </a>
              ) : row.erasedOn ? (
                t.retention.erased
              ) : (
                row.name || row.email || t.common.none
              )}
              {!row.erasedOn && (
                <span class="second">
                  {row.customerNumber || <InFile text={row.inFile.customerNumber} none={t.imports.noCustomerNumber} />}
                </span>
              )}
              {row.name !== '' && row.email !== '' && <span class="second break">{row.email}</span>}
              {row.email === '' && row.inFile.email && (
                <span class="second">
                  <InFile text={row.inFile.email} />
                </span>
              )}
            </td>
            <td data-label={t.imports.conversation} class="date">
              {row.conversationOn ? f.day(row.conversationOn) : <InFile text={row.inFile.conversationOn} />}
              <span class="second break">{row.advisorName || row.advisor}</span>
            </td>
            <td data-label={t.imports.survey}>{row.surveyName || <InFile text={row.inFile.survey} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What could not be understood, as the file has it: isolated, so that no letter of it changes what stands around. */
function InFile({ text, none }: { text: string | null; none?: string }) {
  const { t } = useWords();
  if (text === null) return <>{none ?? t.common.none}</>;
  return (
    <>
      {t.imports.inFile}: <bdi class="in-file">{text}</bdi>
    </>
  );
}
