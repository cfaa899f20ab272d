import type { SurveyStage } from '../../shared/api/types';
import { useWords } from '../frame/context';

const marks: Record<SurveyStage, string> = { draft: '○', faulty: '✗', checked: '○', approved: '✓', withdrawn: '↩' };

/** A stage in words, with a small shape; the colour only repeats it. */
export function StageMark({ stage }: { stage: SurveyStage }) {
  const { t } = useWords();
  return (
    <span class={`state state-${stage === 'approved' ? 'fine' : 'held'}`}>
      <span aria-hidden="true">{marks[stage]} </span>
      {t.approvals.stages[stage]}
    </span>
  );
}
