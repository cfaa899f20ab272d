/** One survey, some, or all together: a list of boxes that opens like a list of options. */
import { useEffect, useRef } from 'preact/hooks';
import type { ResultChoices } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { changed, type SliceParams, surveysOf, withSurvey } from './slice';
import { surveysText } from './words';

interface SurveyChoiceProps {
  slice: SliceParams;
  choices: ResultChoices;
  s: ViewTexts['slice'];
  onSlice: (slice: SliceParams) => void;
}

export function SurveyChoice({ slice, choices, s, onSlice }: SurveyChoiceProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const chosen = surveysOf(slice);
  useEffect(() => {
    const outside = (event: Event) => {
      const open = box.current;
      if (open?.open && event.target instanceof Node && !open.contains(event.target)) open.open = false;
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, []);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.open) return;
    event.preventDefault();
    box.current.open = false;
    box.current.querySelector('summary')?.focus();
  };
  return (
    <div class={chosen.length > 0 ? 'slice-choice slice-set' : 'slice-choice'}>
      <span class="slice-label" aria-hidden="true">
        {s.survey}
      </span>
      <span class="slice-control">
        <details ref={box} class="slice-surveys" onKeyDown={close}>
          <summary>
            <span class="visually-hidden">{s.survey}: </span>
            {surveysText(slice, choices, s) ?? s.allSurveys}
          </summary>
          <fieldset class="slice-list">
            <legend class="hint">{s.surveysHint}</legend>
            {choices.surveys.map((survey) => (
              <label key={survey.id} class="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(survey.id)}
                  onChange={(event) => onSlice(withSurvey(slice, survey.id, event.currentTarget.checked, choices))}
                />
                {survey.name}
              </label>
            ))}
          </fieldset>
        </details>
        {chosen.length > 0 && (
          <button
            type="button"
            class="slice-remove"
            aria-label={s.remove(s.survey)}
            onClick={() => onSlice(changed(slice, { surveys: '' }))}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </span>
    </div>
  );
}
