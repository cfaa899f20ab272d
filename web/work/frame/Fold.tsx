/** On a narrow screen one button that says what is inside and opens it; on a wide one its content alone. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';

interface FoldProps {
  /** What the button says. */
  text: string;
  /** Folds again when this changes. */
  closeOn: string;
  class?: string;
  children: ComponentChildren;
}

export function Fold({ text, closeOn, class: name = '', children }: FoldProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [closeOn]);
  return (
    <div class={`fold ${name}`}>
      <button
        type="button"
        class="button fold-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>{text}</span>
        <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </button>
      <div id={id} class={open ? 'fold-content fold-open' : 'fold-content'}>
        {children}
      </div>
    </div>
  );
}
