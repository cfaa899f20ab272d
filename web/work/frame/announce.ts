/** The page's one polite live region: screen readers say what is put into it, and interrupt nothing. */
export function announce(text: string): void {
  const region = document.getElementById('announcements');
  if (!region) return;
  // The same words twice in a row would not be said again: an added non-breaking space makes them new.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
