/** What the publishing checks say, each with the way to its question. */
import type { ApprovalView } from '../../shared/api/types';
import { useWords } from '../frame/context';
import { questionNumbers } from './approvals';

export function Findings({ of }: { of: ApprovalView }) {
  const { t } = useWords();
  const numbers = questionNumbers(of.questions);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{t.approvals.checkTitle}</h2>
      {of.findings.length === 0 ? (
        <p class="measure">{t.approvals.checkFine}</p>
      ) : (
        <ul class="findings">
          {of.findings.map((each) => (
            <li key={`${each.code} ${each.questionId}`} class="measure">
              <strong>{t.approvals.severities[each.severity]}:</strong> {each.text}{' '}
              {each.questionId !== null && numbers.has(each.questionId) && (
                <a href={`#frage-${each.questionId}`} onClick={jump}>
                  {t.approvals.toQuestion(numbers.get(each.questionId) ?? 0)}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Moves the focus itself: a jump by `#` would be one more step in the browser's history. */
function jump(event: MouseEvent): void {
  event.preventDefault();
  const target = document.getElementById((event.currentTarget as HTMLAnchorElement).hash.slice(1));
  target?.focus();
}
