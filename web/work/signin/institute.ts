/** The institute last signed in to on this device: one thing less to type each week. */
const key = 'see360.institute';

export function lastInstitute(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch (error) {
    // Storage can be forbidden: then it is typed.
    if (error instanceof DOMException) return '';
    throw error;
  }
}

export function rememberInstitute(id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
