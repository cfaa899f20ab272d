/** The row of fields above a list; Enter or the button applies them. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './context';
import { Field } from './Field';

interface FiltersProps {
  /** What the list shows now. */
  words: string;
  /** Label of the field for words. */
  label: string;
  onApply: (words: string) => void;
  /** Further fields. They get the words as typed, to apply them too. */
  children?: (words: string) => ComponentChildren;
}

export function Filters({ words, label, onApply, children }: FiltersProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  return (
    <search>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          onApply(typed.trim());
        }}
      >
        {children?.(typed.trim())}
        <Field label={label} name="search" type="search" value={typed} onValue={setTyped} />
        <button type="submit" class="button">
          {t.frame.search}
        </button>
      </form>
    </search>
  );
}
