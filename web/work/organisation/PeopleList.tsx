/** Everybody who works here or can sign in, part by part, filtered by unit, state and words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Filters } from '../frame/Filters';
import { More } from '../frame/More';
import { useParts } from '../frame/parts';
import { navigate, query, useLocation } from '../frame/router';
import { Select } from '../frame/Select';
import { Empty, ErrorNote, Loading } from '../frame/states';
import { type Step, AccountStep } from './AccountStep';
import { PeopleTable } from './PeopleTable';

const states = ['present', 'left', 'active', 'invited', 'expired', 'new', 'locked', 'inactive', 'none'] as const;

export function PeopleList({ unit, unitName }: { unit: string | null; unitName: string | null }) {
  const { t } = useWords();
  const { search, words } = useLocation();
  const state = search.get('zustand') ?? '';
  const list = useParts<Person>(`/api/organisation/people${query({ unit, state })}`, words);
  const [step, setStep] = useState<Step | null>(null);
  const [done, setDone] = useState({ said: '', who: '' });
  const section = useRef<HTMLElement>(null);
  const filtered = unit !== null || state !== '' || words !== '';

  const finish = (said: string) => {
    setStep(null);
    setDone({ said, who: step?.person.userName ?? '' });
    list.reload();
  };

  // The button that was pressed may be gone: the focus stays in the person's row.
  useEffect(() => {
    if (done.said === '') return;
    const rows = section.current?.querySelectorAll<HTMLElement>('tr[data-person]') ?? [];
    [...rows].find((row) => row.dataset.person === done.who)?.focus({ preventScroll: true });
  }, [done]);

  return (
    <section ref={section} aria-labelledby="people">
      <h2 id="people">{unitName === null ? t.people.people : `${t.people.people}: ${unitName}`}</h2>
      <Filter unit={unit} state={state} words={words} />
      {done.said !== '' && <p class="note">{done.said}</p>}
      {list.error && <ErrorNote error={list.error} retry={list.reload} />}
      {!list.data && !list.error && <Loading />}
      {list.data && list.items.length === 0 && (
        <Empty>
          {filtered ? t.people.emptyFiltered : t.people.empty}{' '}
          {filtered ? <a href="/stammdaten">{t.people.reset}</a> : <a href="/stammdaten/dateien">{t.people.files}</a>}
        </Empty>
      )}
      {list.items.length > 0 && <PeopleTable of={list.items} onStep={setStep} />}
      {list.data && list.items.length > 0 && <More of={list} />}
      {list.items.some((person) => person.active && !person.account) && (
        <p class="hint measure">{t.people.noAccountHint}</p>
      )}
      {step && <AccountStep of={step} onDone={finish} onCancel={() => setStep(null)} />}
    </section>
  );
}

function Filter({ unit, state, words }: { unit: string | null; state: string; words: string }) {
  const { t } = useWords();
  const go = (zustand: string, next: string) => navigate(`/stammdaten${query({ oe: unit, zustand })}`, 'push', next);
  return (
    <Filters words={words} label={t.people.search} onApply={(next) => go(state, next)}>
      {(typed) => (
        <Select
          label={t.people.state}
          value={state}
          options={[['', t.people.states.all], ...states.map((each) => [each, t.people.states[each]] as const)]}
          onValue={(next) => go(next, typed)}
        />
      )}
    </Filters>
  );
}
