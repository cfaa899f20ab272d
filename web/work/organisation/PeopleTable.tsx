import type { Person } from '../../shared/api/types';
import { useSession, useWords } from '../frame/context';
import type { Step } from './AccountStep';
import { accountDetail, shownName, stateOf, stepsOf } from './accounts';

export function PeopleTable({ of, onStep }: { of: Person[]; onStep: (step: Step) => void }) {
  const { t } = useWords();
  return (
    <table class="table stacking people">
      <caption class="visually-hidden">{t.people.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.people.person}</th>
          <th scope="col">{t.people.unit}</th>
          <th scope="col">{t.people.role}</th>
          <th scope="col">{t.people.photo}</th>
          <th scope="col">{t.people.access}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((person) => (
          <Line key={person.userName} of={person} onStep={onStep} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ of, onStep }: { of: Person; onStep: (step: Step) => void }) {
  const { t } = useWords();
  const about = [of.number === null ? t.people.outside : t.people.number(of.number), of.function];
  const roles = (of.account?.roles ?? []).map((role) => t.people.roles[role]).join(', ');
  return (
    <tr data-person={of.userName} tabIndex={-1}>
      <td class="wide">
        <strong>{shownName(of)}</strong>
        {!of.active && <> · {t.people.left}</>}
        <span class="second">{about.filter((part) => part !== '').join(' · ')}</span>
        {of.name !== '' && <span class="second break">{of.userName}</span>}
      </td>
      <td data-label={t.people.unit}>
        {of.unitName || of.unit || t.common.none}
        {of.unitName !== '' && <span class="second">{of.unit}</span>}
      </td>
      <td data-label={t.people.role}>
        {roles || t.people.noRole}
        {of.role !== '' && <span class="second">{of.role}</span>}
      </td>
      <td data-label={t.people.photo}>
        <Photo of={of} />
      </td>
      <td data-label={t.people.access} class="access">
        <Access of={of} onStep={onStep} />
      </td>
    </tr>
  );
}

function Photo({ of }: { of: Person }) {
  const { t, f } = useWords();
  if (of.photoConsentAt === null) return <>{of.photo ? t.people.photos.noConsent : t.people.photos.none}</>;
  return (
    <>
      {of.photo ? t.people.photos.shown : t.people.photos.consentOnly}
      <span class="second">{t.people.since(f.day(of.photoConsentAt.slice(0, 10)))}</span>
    </>
  );
}

function Access({ of, onStep }: { of: Person; onStep: (step: Step) => void }) {
  const { t, f } = useWords();
  const own = useSession().user.userName === of.userName;
  const state = stateOf(of);
  const detail = own ? t.account.own : accountDetail(of.account, t, f);
  const mark = state === 'active' ? '●' : state === 'locked' ? '■' : '○';
  const label = {
    send: of.account?.state === 'new' ? t.account.send : t.account.sendNew,
    lock: t.account.lock,
    unlock: t.account.unlock,
  };
  return (
    <>
      <span
        class={`state state-${state === 'active' ? 'fine' : state === 'none' || state === 'inactive' ? 'gone' : 'held'}`}
      >
        <span aria-hidden="true">{mark} </span>
        {t.account.states[state]}
      </span>
      {detail !== '' && <span class="second">{detail}</span>}
      <span class="row-actions">
        {stepsOf(of, own).map((kind) => (
          <button key={kind} type="button" class="link" onClick={() => onStep({ kind, person: of })}>
            {label[kind]}
            <span class="visually-hidden">{t.account.of(shownName(of))}</span>
          </button>
        ))}
      </span>
    </>
  );
}
