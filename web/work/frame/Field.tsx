/** A labelled input of one line. */
import type { InputHTMLAttributes } from 'preact';
import { Labelled, type LabelProps } from './Labelled';

interface FieldProps extends LabelProps {
  name: string;
  type?: 'text' | 'password' | 'search' | 'email' | 'date' | 'url';
  value: string;
  onValue: (value: string) => void;
  autoComplete?: InputHTMLAttributes['autocomplete'];
  autoCapitalize?: 'none';
  required?: boolean;
  /** Of a date: the last day. */
  max?: string;
}

export function Field({ label, hint, error, name, type = 'text', value, onValue, autoComplete, ...rest }: FieldProps) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(tie) => (
        <input
          {...tie}
          name={name}
          // The union of types is wider than what the element's types can follow.
          type={type as 'text'}
          value={value}
          spellcheck={false}
          autocomplete={autoComplete}
          autocapitalize={rest.autoCapitalize}
          required={rest.required}
          max={rest.max}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}
