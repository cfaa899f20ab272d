/** What the next page will need, fetched while the browser has nothing else to do: opening the results then waits for
 * their figures alone. */
export function fetchAhead(load: () => Promise<unknown>): void {
  const rest =
    typeof requestIdleCallback === 'function' ? requestIdleCallback : (later: () => void) => setTimeout(later, 500);
  rest(() => {
    // Whoever opens the page fetches it again, and is told if it can't be had.
    load().catch(() => undefined);
  });
}
