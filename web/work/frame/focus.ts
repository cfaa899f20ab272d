/** After something on the page has gone with what was focused: to the page's heading, so that nobody starts from the top. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus();
}

interface Place {
  element: HTMLElement;
  /** The headings of the sections around it, the nearest first. */
  headings: HTMLElement[];
}

/**
 * What was focused may go away or be disabled by its own command (a button that has done its work): then the browser
 * puts the focus on the body, and whoever uses the keyboard or a screen reader starts from the top. Here it goes back to
 * the element once it can be pressed again, else to the heading of the section that it stood in, else to the page's.
 */
export function keepFocus(): () => void {
  let last: Place | null = null;
  const remember = ({ target }: Event) => {
    last = target instanceof HTMLElement ? { element: target, headings: headingsAround(target) } : null;
  };
  // Who presses beside everything wants no focus at all.
  const forget = () => {
    last = null;
  };
  const mend = () => {
    if (!last || document.activeElement !== document.body) return;
    if (last.element.isConnected) {
      if (!last.element.matches(':disabled')) last.element.focus({ preventScroll: true });
      return;
    }
    const heading = last.headings.find((each) => each.isConnected) ?? document.querySelector<HTMLElement>('h1');
    if (!heading) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };

  const changes = new MutationObserver(mend);
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
  };
}

function headingsAround(element: HTMLElement): HTMLElement[] {
  const headings: HTMLElement[] = [];
  for (let at = element.parentElement?.closest('section'); at; at = at.parentElement?.closest('section')) {
    const heading = at.querySelector<HTMLElement>('h2, h3');
    if (heading) headings.push(heading);
  }
  return headings;
}
