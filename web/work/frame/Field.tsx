/** A labelled input with hint and error, tied together for screen readers. */
import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
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
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        name={name}
        // The union of types is wider than what the element's types can follow.
        type={type as 'text'}
        value={value}
        spellcheck={false}
        autocomplete={autoComplete}
        autocapitalize={rest.autoCapitalize}
        required={rest.required}
        max={rest.max}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
