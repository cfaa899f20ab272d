import { type ApiError, unreachable } from '../../shared/api/client';
import type { Texts } from '../../shared/texts/texts';

/** What a person reads about an error: the server's own words where it has some, else ours; always what to do next. */
export function problemText(error: ApiError, t: Texts): string {
  const { status, title, detail } = error.problem;
  if (detail) return detail;
  if (status === unreachable) return t.errors.unreachable;
  if (status === 413) return t.errors.tooLarge;
  if (status === 429) return t.errors.tooMany;
  if (status === 503) return title || t.errors.busy;
  if (status === 404) return t.errors.notFound;
  if (status === 403) return t.errors.forbidden;
  if (status >= 400 && status < 500 && title) return title;
  return t.errors.unexpected;
}

/** The texts beside the fields, field by field. */
export function fieldErrors(error: ApiError | null): Record<string, string> {
  const entries = Object.entries(error?.problem.errors ?? {});
  return Object.fromEntries(entries.map(([field, lines]) => [field, lines.join(' ')]));
}
