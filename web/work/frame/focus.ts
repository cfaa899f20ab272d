/** After something on the page has gone with what was focused: to the page's heading, so that nobody starts from the top. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus();
}
