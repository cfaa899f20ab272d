/** *Teilnehmer*: everybody from the exports, filtered by week and state, which stand in the address, and by words. */
import type { ParticipantLine, ReturnView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Filters } from '../frame/Filters';
import { useLive } from '../frame/live';
import { More } from '../frame/More';
import { Page } from '../frame/Page';
import { useParts } from '../frame/parts';
import { navigate, query, useLocation } from '../frame/router';
import { Select } from '../frame/Select';
import { Empty, ErrorNote, Loading } from '../frame/states';
import { stateOrder } from '../imports/counts';
import { StateMark } from '../imports/StateMark';

export function ParticipantsPage() {
  const { t } = useWords();
  const { search, words } = useLocation();
  const week = search.get('woche');
  const state = search.get('zustand');
  const list = useParts<ParticipantLine>(`/api/participants${query({ week, state })}`, words);
  const filtered = Boolean(week || state || words);
  return (
    <Page title={t.participants.title}>
      <p class="lead">{t.participants.lead}</p>
      <Filter week={week ?? ''} state={state ?? ''} words={words} />
      {state === 'advisorUnknown' && <p class="hint measure">{t.participants.settledStay}</p>}
      {list.error && <ErrorNote error={list.error} retry={list.reload} />}
      {!list.data && !list.error && <Loading />}
      {list.data && list.items.length === 0 && (
        <Empty>
          {filtered ? t.participants.emptyFiltered : t.participants.empty}{' '}
          {filtered && <a href="/teilnehmer">{t.participants.reset}</a>}
        </Empty>
      )}
      {list.items.length > 0 && <Lines of={list.items} />}
      {list.data && list.items.length > 0 && <More of={list} />}
    </Page>
  );
}

function Filter({ week, state, words }: { week: string; state: string; words: string }) {
  const { t, f } = useWords();
  const weeks = useLive<ReturnView>('/api/return?weeks=26').data?.weeks.map((each) => each.week) ?? [];
  const go = (woche: string, zustand: string, next: string) =>
    navigate(`/teilnehmer${query({ woche, zustand })}`, 'push', next);
  // This week's import is there before its first mail, and an address may name an older week.
  const all = [...new Set([f.weekOf(new Date()), ...weeks, week])].filter((each) => each !== '');
  const states = stateOrder.map((each) => [each as string, t.states[each]] as const);
  return (
    <Filters words={words} label={t.participants.search} onApply={(next) => go(week, state, next)}>
      {(typed) => (
        <>
          <Select
            label={t.participants.week}
            value={week}
            options={[['', t.participants.allWeeks], ...all.map((each) => [each, f.week(each, true)] as const)]}
            onValue={(next) => go(next, state, typed)}
          />
          <Select
            label={t.participants.state}
            value={state}
            options={[['', t.participants.allStates], ...states, ...openStates(t)]}
            onValue={(next) => go(week, next, typed)}
          />
        </>
      )}
    </Filters>
  );
}

function openStates(t: ReturnType<typeof useWords>['t']): (readonly [string, string])[] {
  return [
    ['answered', t.answerStates.answered],
    ['callback', t.participants.wishesCall],
  ];
}

function Lines({ of }: { of: ParticipantLine[] }) {
  const { t, f } = useWords();
  return (
    <table class="table stacking">
      <caption class="visually-hidden">{t.participants.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.imports.person}</th>
          <th scope="col">{t.imports.state}</th>
          <th scope="col">{t.imports.conversation}</th>
          <th scope="col">{t.imports.survey}</th>
          <th scope="col">{t.participants.week}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((line) => (
          <tr key={line.id}>
            <td data-label={t.imports.person}>
              <a href={`/teilnehmer/${encodeURIComponent(line.id)}`}>
                {line.erasedOn ? t.retention.erased : line.name || line.email || t.common.none}
              </a>
              {line.erasedOn ? (
                <span class="second">{f.day(line.erasedOn)}</span>
              ) : (
                <span class="second">{line.customerNumber || t.imports.noCustomerNumber}</span>
              )}
              {line.email !== '' && <span class="second break">{line.email}</span>}
            </td>
            <td data-label={t.imports.state} class="wide">
              <StateMark state={line.state} />
              {line.answer && <span class="second">{t.answerStates[line.answer]}</span>}
              {line.reasonText !== '' && <span class="second">{line.reasonText}</span>}
            </td>
            <td data-label={t.imports.conversation} class="date">
              {line.conversationOn ? f.day(line.conversationOn) : t.common.none}
              <span class="second">{line.advisorName}</span>
            </td>
            <td data-label={t.imports.survey}>{line.surveyName || t.common.none}</td>
            <td data-label={t.participants.week}>{f.week(line.week)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
