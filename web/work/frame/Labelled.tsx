/** A label with hint and error around a control, tied to it for screen readers. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface LabelProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** What the control takes over, so that it is announced with its hint and its error. */
export interface Tie {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

interface LabelledProps extends LabelProps {
  children: (tie: Tie) => ComponentChildren;
}

export function Labelled({ label, hint, error, children }: LabelledProps) {
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
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
    </div>
  );
}
