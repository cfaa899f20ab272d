/** Periods, days and numbers of *Aufbewahrung* in words. */
import type { RetentionClass, RetentionRun, RetentionView } from '../../shared/api/types';
import type { Formats } from '../../shared/formats';
import type { Texts } from '../../shared/texts/texts';

export function periodText({ period, inMonths }: RetentionClass, t: Texts): string {
  return (inMonths ? t.retention.months : t.retention.days)(period);
}

/** A day that has come: the next run takes it. */
export function nextText({ nextOn }: RetentionClass, today: string, t: Texts, f: Formats): string {
  if (nextOn === null) return t.retention.nothing;
  return nextOn <= today ? t.retention.dueNow : f.day(nextOn);
}

export function weeksText({ fromWeek, toWeek }: RetentionRun, t: Texts, f: Formats): string {
  return fromWeek === toWeek
    ? f.week(fromWeek, true)
    : t.retention.weekRange(f.week(fromWeek, true), f.week(toWeek, true));
}

export function deletedText({ counts }: RetentionRun, t: Texts, f: Formats): string {
  return f.list(counts.map(({ item, count }) => t.retention.items[item](count)));
}

export function retentionSummary({ classes }: RetentionView, t: Texts): string {
  const [participants, answers, logs] = (['participants', 'answers', 'logs'] as const).map((of) => {
    const found = classes.find((each) => each.of === of);
    return found ? periodText(found, t) : t.common.none;
  });
  return t.retention.summary(participants ?? '', answers ?? '', logs ?? '');
}
