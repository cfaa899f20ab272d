/** The list of comments as it can be taken away. */
import type { CommentsView, ScoreGroup, SliceComment } from '../../../shared/api/types';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, number, text } from '../../charts/table';

export const scoreGroups = ['promoter', 'passive', 'detractor', 'none'] as const satisfies ScoreGroup[];

/** From the address; what it does not know filters nothing. */
export function scoreOf(value: string | null): ScoreGroup | null {
  return scoreGroups.find((each) => each === value) ?? null;
}

/** How many comments have come in since the first part was read anew: what was added by hand stays as it is. */
export function joined(first: CommentsView, further: CommentsView[]): SliceComment[] {
  const seen = new Set<string>();
  return [first, ...further]
    .flatMap((part) => part.comments)
    .filter((comment) => !seen.has(comment.id) && seen.add(comment.id));
}

export function commentsTable(comments: SliceComment[], v: ViewTexts): ChartTable {
  const texts = v.views.comments;
  return {
    caption: texts.title,
    columns: [
      { key: 'text', name: texts.text, kind: 'text' },
      { key: 'question', name: texts.question, kind: 'text' },
      { key: 'praise', name: texts.praise, kind: 'text' },
      { key: 'nps', name: texts.nps, kind: 'figure' },
      { key: 'on', name: texts.on, kind: 'text' },
      { key: 'unit', name: texts.unit, kind: 'text' },
      { key: 'survey', name: texts.survey, kind: 'text' },
    ],
    rows: comments.map((comment) => [
      text(comment.text),
      text(comment.question),
      text(comment.praise ? v.slice.yes : v.slice.no),
      number(comment.nps, comment.nps === null ? '' : String(comment.nps)),
      text(comment.on),
      text(comment.unit),
      text(comment.surveyName),
    ]),
  };
}
