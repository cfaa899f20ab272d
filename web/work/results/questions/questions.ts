/** Questions in the order of their surveys, with what each shows. */
import type { QuestionLine } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, number, text } from '../../charts/table';
import { diffCells, diffColumns, figureCells, figureColumns, type FigureKind } from '../figures/figures';

/** How the value of a question is written; null: it has answers to count, but no value. */
export function questionKind({ kind, choices }: QuestionLine): FigureKind | null {
  if (kind === 'nps') return 'nps';
  // The share of yes.
  if (kind === 'fcr' || kind === 'yesNo') return 'share';
  return choices ? null : 'mean';
}

/** One line a step or a choice: what an export can count with. */
export function questionsTable(questions: QuestionLine[], t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.questions;
  return {
    caption: texts.title,
    columns: [
      { key: 'question', name: texts.question, kind: 'text' },
      { key: 'survey', name: v.slice.survey, kind: 'text' },
      ...figureColumns(v.slice, texts.score),
      ...diffColumns(v.slice),
      { key: 'answer', name: texts.choice, kind: 'text' },
      { key: 'count', name: texts.count2, kind: 'figure' },
    ],
    rows: questions.flatMap((question) => {
      const kind = questionKind(question) ?? 'share';
      const start = [
        text(question.text),
        text(question.surveys.length > 0 ? question.surveys.join(', ') : question.survey.name),
        ...figureCells(f, t, kind, question.figure),
        ...diffCells(f, v.slice, t.common.none, kind, question.diff),
      ];
      const answers = answersOf(question, v);
      const lines = answers.length > 0 ? answers : [{ name: '', count: null }];
      return lines.map(({ name, count }) => [
        ...start,
        text(name),
        number(count, count === null ? '' : f.count(count)),
      ]);
    }),
  };
}

/** What was answered how often: the steps of the scale, or the choices; then who could not judge. */
export function answersOf(of: QuestionLine, v: ViewTexts): { name: string; count: number | null }[] {
  if (of.choices) return of.choices.map(({ text: name, count }) => ({ name, count }));
  const steps = of.distribution.map((count, index) => ({ name: String((of.scale?.min ?? 0) + index), count }));
  return of.cannotJudge > 0 ? [...steps, { name: v.views.cannotJudge, count: of.cannotJudge }] : steps;
}
