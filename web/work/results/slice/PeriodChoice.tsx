/** The period: one of the usual ones, a quarter, or from a day to a day. */
import { useId, useState } from 'preact/hooks';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { useWords } from '../../frame/context';
import { ownPeriod, quarters, type SliceParams, usualPeriod } from './slice';
import { type Option, SliceChoice } from './SliceChoice';
import { periodText } from './words';

interface PeriodChoiceProps {
  slice: SliceParams;
  today: string;
  s: ViewTexts['slice'];
  onPeriod: (period: string) => void;
}

const own = 'own';

export function PeriodChoice({ slice, today, s, onPeriod }: PeriodChoiceProps) {
  const { f } = useWords();
  const given = ownPeriod(slice.period);
  const [asked, setAsked] = useState(false);
  const value = asked ? own : (slice.period ?? usualPeriod);
  const tokens = [...Object.keys(s.periods), ...quarters(today)];
  const options = tokens.map((token): Option => [token, periodText(token, s, f)]);
  if (!tokens.includes(value) && value !== own) options.push([value, periodText(value, s, f)]);
  return (
    <>
      <SliceChoice
        name={s.period}
        value={value}
        usual={usualPeriod}
        options={[...options, [own, s.ownPeriod]]}
        s={s}
        onValue={(next) => {
          setAsked(next === own);
          if (next !== own) onPeriod(next);
        }}
      />
      {asked && (
        <OwnPeriod
          from={given?.from ?? ''}
          to={given?.to ?? today}
          today={today}
          s={s}
          onPeriod={(period) => {
            setAsked(false);
            onPeriod(period);
          }}
        />
      )}
    </>
  );
}

interface OwnPeriodProps {
  from: string;
  to: string;
  today: string;
  s: ViewTexts['slice'];
  onPeriod: (period: string) => void;
}

function OwnPeriod({ from, to, today, s, onPeriod }: OwnPeriodProps) {
  const id = useId();
  const [days, setDays] = useState({ from, to });
  const [wrong, setWrong] = useState('');
  const apply = (event: Event) => {
    event.preventDefault();
    const problem = !days.from || !days.to ? s.incomplete : days.to < days.from ? s.reversed : '';
    setWrong(problem);
    if (problem === '') onPeriod(`${days.from}..${days.to}`);
  };
  const day = (key: 'from' | 'to') => (
    <div class="slice-choice">
      <label for={`${id}-${key}`}>{s[key]}</label>
      <input
        id={`${id}-${key}`}
        type="date"
        max={today}
        value={days[key]}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={({ currentTarget: { value } }) => setDays((before) => ({ ...before, [key]: value }))}
      />
    </div>
  );
  return (
    <form class="slice-own" onSubmit={apply}>
      {day('from')}
      {day('to')}
      <button type="submit" class="button">
        {s.apply}
      </button>
      {wrong && (
        <p id={`${id}-wrong`} class="field-error" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
