/** Reshaping of the advisor's own results; nothing here touches the page. */
import type { CommentView, Figure, OwnResults, ScoreLine } from '../../shared/api/types';

export type Greeting = 'morning' | 'day' | 'evening';

/** @param hour 0–23, of the clock on the wall. */
export function greeting(hour: number): Greeting {
  if (hour >= 4 && hour < 11) return 'morning';
  return hour >= 18 || hour < 4 ? 'evening' : 'day';
}

/** Praise first, each group in the order that the API gives (newest first, or random where confidential). */
export function praiseFirst(comments: CommentView[]): CommentView[] {
  return [...comments.filter((comment) => comment.praise), ...comments.filter((comment) => !comment.praise)];
}

/** What is shown before "Alle Kommentare": praise alone, up to three; if there is none, the first comment. */
export function opening(comments: CommentView[]): CommentView[] {
  const praise = comments.filter((comment) => comment.praise).slice(0, 3);
  return praise.length > 0 ? praise : comments.slice(0, 1);
}

/** The marked gap that is furthest from zero; null if none is marked. */
export function largestGap(lines: ScoreLine[]): ScoreLine | null {
  const marked = lines.filter((line) => line.gapMarked && line.gap !== null);
  return marked.reduce<ScoreLine | null>(
    (most, line) => (most === null || Math.abs(line.gap ?? 0) > Math.abs(most.gap ?? 0) ? line : most),
    null,
  );
}

/** Lines with a figure to show, in their order. */
export function shownLines<T extends ScoreLine>(lines: T[]): T[] {
  return lines.filter((line) => line.figure.n > 0 || line.figure.missing > 0 || line.self !== null);
}

/** Best and least rated line, and whether their intervals leave it open which is which; null while fewer than two have
 * a mean. */
export function extremes<T extends ScoreLine>(lines: T[]): { best: T; worst: T; open: boolean } | null {
  const rated = lines.filter((line) => line.figure.value !== null);
  const [first] = rated;
  if (!first || rated.length < 2) return null;
  const value = (line: T) => line.figure.value ?? 0;
  const best = rated.reduce((a, b) => (value(b) > value(a) ? b : a), first);
  const worst = rated.reduce((a, b) => (value(b) < value(a) ? b : a), first);
  const { low } = best.figure;
  const { high } = worst.figure;
  return { best, worst, open: low === null || high === null || low <= high };
}

/** How many answers have come in since the page was last told; 0 on the first sight. */
export function arrivals(before: OwnResults | null, now: OwnResults): number {
  return before === null ? 0 : Math.max(0, now.answers - before.answers);
}

export type Shown = 'figure' | 'withheld' | 'none';

export function shownAs(figure: Figure): Shown {
  if (figure.value !== null) return 'figure';
  return figure.missing > 0 ? 'withheld' : 'none';
}

/** "1: 0, 2: 1, 3: 4": each step with its answers. */
export function distributionText(counts: number[], min: number): string {
  return counts.map((count, index) => `${min + index}: ${count}`).join(', ');
}
