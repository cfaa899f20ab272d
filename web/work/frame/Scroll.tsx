import type { ComponentChildren } from 'preact';

/** A wide table on a narrow screen: scrolls sideways on its own, also with the arrow keys. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // What scrolls must be reachable with the keyboard (WCAG 2.1.1).
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
