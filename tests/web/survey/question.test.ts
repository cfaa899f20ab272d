// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { link } from '../../../web/survey/dom';
import { renderQuestion } from '../../../web/survey/question';
import { textsIn } from '../../../web/survey/texts';
import type { Answer, Question, Questionnaire } from '../../../web/survey/types';

const both = (text: string) => ({ de: text, en: text });
const questionnaire: Questionnaire = {
  version: 1,
  ratingScale: {
    min: 1,
    max: 5,
    minLabel: both('gar nicht gut'),
    maxLabel: both('sehr gut'),
  },
  introduction: both(''),
  thanks: both(''),
  questions: [],
};

function render(question: Partial<Question>, answer?: Answer) {
  const change = vi.fn();
  const takeBack = vi.fn();
  const element = renderQuestion({ id: 'q', kind: 'rating', text: both('Wie gut?'), ...question }, answer, {
    questionnaire,
    language: 'de',
    texts: textsIn('de'),
    change,
    takeBack,
  });
  document.body.replaceChildren(element);
  const inputs = [...document.querySelectorAll('input')];
  const pick = (index: number, on = true) => {
    const input = inputs[index] as HTMLInputElement;
    input.checked = on;
    input.dispatchEvent(new Event('change'));
  };
  return { element, inputs, change, takeBack, pick };
}

describe('a question', () => {
  it('is a native group of radios with its text as the legend', () => {
    const { element, inputs } = render({});
    expect(element.tagName).toBe('FIELDSET');
    expect(element.querySelector('legend')?.textContent).toBe('Wie gut?');
    expect(inputs.map((input) => input.type)).toEqual(Array(6).fill('radio'));
    expect(new Set(inputs.map((input) => input.name)).size).toBe(1);
  });

  it('says what the ends of a scale mean', () => {
    const { inputs } = render({});
    expect(inputs[0]?.getAttribute('aria-label')).toBe('1, gar nicht gut');
    expect(inputs[4]?.getAttribute('aria-label')).toBe('5, sehr gut');
  });

  it('takes a score, or that it cannot be judged', () => {
    const { pick, change } = render({});
    pick(3);
    pick(5);
    expect(change.mock.calls).toEqual([[{ score: 4 }], [{ cannotJudge: true }]]);
  });

  it('offers 0 to 10 for the recommendation', () => {
    expect(render({ kind: 'nps' }).inputs.map((input) => input.value)).toEqual([...Array(11).keys()].map(String));
  });

  it('collects several choices and forgets them again', () => {
    const { pick, change } = render({
      kind: 'multipleChoice',
      choices: [
        { id: 'x', text: both('X') },
        { id: 'y', text: both('Y') },
      ],
    });
    pick(0);
    pick(1);
    pick(0, false);
    pick(1, false);
    expect(change.mock.calls.map(([answer]) => answer)).toEqual([
      { choices: ['x'] },
      { choices: ['x', 'y'] },
      { choices: ['y'] },
      null,
    ]);
  });

  it('keeps one level while the other is chosen', () => {
    const { pick, change } = render(
      {
        kind: 'level',
        anchors: Array.from({ length: 7 }, (_, i) => both(`Stufe ${i}`)),
      },
      { score: 2 },
    );
    pick(7 + 5);
    expect(change).toHaveBeenLastCalledWith({ score: 2, desired: 6 });
  });

  it('shows text as text, whatever is in it', () => {
    const { element } = render({ text: both('<img src=x onerror=alert(1)>') });
    expect(element.querySelector('img')).toBeNull();
    expect(element.querySelector('legend')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('can be taken back only if it is not required', () => {
    expect(render({ required: true }, { score: 3 }).element.querySelector('#q-clear')).toBeNull();
    const { element, takeBack } = render({}, { score: 3 });
    element.querySelector<HTMLElement>('#q-clear')?.click();
    expect(takeBack).toHaveBeenCalledOnce();
  });
});

describe('a link', () => {
  it('leads only to safe addresses', () => {
    expect(link('https://bank.example/', 'Bank').tagName).toBe('A');
    expect(link('javascript:alert(1)', 'Bank').tagName).toBe('SPAN');
  });
});
