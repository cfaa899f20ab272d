/** Who decided what when, newest first. */
import type { ComponentChildren } from 'preact';
import type { Decision } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { Empty } from '../frame/states';

interface DecisionHistoryProps<T extends Decision> {
  of: T[];
  title: string;
  empty: string;
  what: (decision: T) => string;
  detail?: (decision: T) => ComponentChildren;
}

export function DecisionHistory<T extends Decision>({ of, title, empty, what, detail }: DecisionHistoryProps<T>) {
  const { t, f } = useWords();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{title}</h2>
      {of.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <ol class="history decisions">
          {of.map((each) => (
            <li key={each.number}>
              <time dateTime={each.at}>{f.instant(each.at)}</time>
              <div class="break">
                {what(each)}
                <span class="quiet"> {t.participants.by(each.by)}</span>
                {detail?.(each)}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
