/** The answers to choose from, each with a bar, its share with the interval, and how many chose it. */
import type { QuestionLine } from '../../../shared/api/types';
import { RateBar } from '../../charts';
import { useWords } from '../../frame/context';

export function Choices({ of }: { of: NonNullable<QuestionLine['choices']> }) {
  const { f } = useWords();
  return (
    <ul class="choice-bars">
      {of.map((choice) => (
        <li key={choice.id}>
          <span class="choice-name">
            <span>{choice.text}</span>
            <span class="nowrap">
              <strong>{f.shareFigure(choice.share)}</strong> <span class="quiet">· {f.count(choice.count)}</span>
            </span>
          </span>
          {choice.share.value !== null && (
            <RateBar
              rate={choice.share.value}
              low={choice.share.low}
              high={choice.share.high}
              axis={{ min: 0, max: 1 }}
              running={false}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
