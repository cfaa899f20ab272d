/** A labelled text of several lines. */
import { Labelled, type LabelProps } from './Labelled';

interface TextAreaProps extends LabelProps {
  name: string;
  value: string;
  onValue: (value: string) => void;
  rows?: number;
  maxLength?: number;
}

export function TextArea({ label, hint, error, name, value, onValue, rows = 4, maxLength }: TextAreaProps) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(tie) => (
        <textarea
          {...tie}
          name={name}
          rows={rows}
          maxLength={maxLength}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}
