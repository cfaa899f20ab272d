import type { ComponentChildren } from 'preact';

/** A wide table on a narrow screen: scrolls sideways on its own, also with the arrow keys. */
interface ScrollProps {
  label: string;
  /** Long, too: it scrolls within, and its head stays. */
  tall?: boolean;
  children: ComponentChildren;
}

export function Scroll({ label, tall = false, children }: ScrollProps) {
  return (
    // What scrolls must be reachable with the keyboard (WCAG 2.1.1).
    <section class={tall ? 'scroll scroll-tall' : 'scroll'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
