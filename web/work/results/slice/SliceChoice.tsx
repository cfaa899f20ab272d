/** One filter of the bar: a list, and a way back to all where one was chosen. */
import { useId } from 'preact/hooks';
import type { ViewTexts } from '../../../shared/texts/viewTexts';

/** Value and text. */
export type Option = readonly [string, string];

interface SliceChoiceProps {
  name: string;
  value: string;
  /** The value that narrows nothing. */
  usual: string;
  options: Option[];
  s: ViewTexts['slice'];
  onValue: (value: string) => void;
}

export function SliceChoice({ name, value, usual, options, s, onValue }: SliceChoiceProps) {
  const id = useId();
  // An address may name what is not in the list (any more): it stands there until it is removed.
  const all = options.some(([option]) => option === value) ? options : [...options, [value, value] as const];
  const set = value !== usual;
  return (
    <div class={set ? 'slice-choice slice-set' : 'slice-choice'}>
      <label for={id}>{name}</label>
      <span class="slice-control">
        <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {all.map(([option, text]) => (
            <option key={option} value={option} selected={option === value}>
              {text}
            </option>
          ))}
        </select>
        {set && (
          <button type="button" class="slice-remove" aria-label={s.remove(name)} onClick={() => onValue(usual)}>
            <span aria-hidden="true">×</span>
          </button>
        )}
      </span>
    </div>
  );
}
