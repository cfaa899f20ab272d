import type { ApiError } from '../../shared/api/client';
import { useWords } from '../frame/context';

/** Wrong access data; the server's own words tell more where it has any (a locked account). */
export function RefusedNote({ error }: { error: ApiError }) {
  const { t } = useWords();
  return (
    <p class="note note-error" role="alert">
      {error.problem.detail || t.signIn.failed}
    </p>
  );
}
