/** From sending to the answer: each step in persons and as a share of those whom the mail reached. */
import type { ReturnWeek, SliceReturnView } from '../../../shared/api/types';
import type { Formats } from '../../../shared/formats';
import type { Texts } from '../../../shared/texts/texts';
import type { ViewTexts } from '../../../shared/texts/viewTexts';
import { type ChartTable, number, text } from '../../charts/table';

const keys = ['sent', 'bounced', 'delivered', 'opened', 'started', 'answered', 'declined'] as const;

export interface FunnelStep {
  key: (typeof keys)[number];
  name: string;
  persons: number;
  /** Of the delivered, 0–1. */
  share: number;
}

export function funnelSteps(total: SliceReturnView['total'], t: Texts, v: ViewTexts): FunnelStep[] {
  return keys.flatMap((key) => {
    const persons = total[key];
    const name = key === 'delivered' ? v.views.return.delivered : t.return[key];
    // What is not known of a part of the institute is left out.
    return persons === null ? [] : [{ key, name, persons, share: total.delivered > 0 ? persons / total.delivered : 0 }];
  });
}

export function funnelTable(total: SliceReturnView['total'], t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.return;
  return {
    caption: texts.funnel,
    columns: [
      { key: 'step', name: texts.step, kind: 'text' },
      { key: 'persons', name: texts.persons, kind: 'figure' },
      { key: 'share', name: texts.ofDelivered, kind: 'figure' },
    ],
    rows: funnelSteps(total, t, v).map((step) => [
      text(step.name),
      number(step.persons, f.count(step.persons)),
      number(total.delivered > 0 ? step.share : null, f.percent(step.share)),
    ]),
  };
}

export function weeksTable(weeks: ReturnWeek[], t: Texts, f: Formats, v: ViewTexts): ChartTable {
  const texts = v.views.return;
  return {
    caption: texts.title,
    columns: [
      { key: 'week', name: t.return.week, kind: 'text' },
      { key: 'rate', name: t.return.rate, kind: 'figure' },
      { key: 'low', name: v.slice.low, kind: 'figure' },
      { key: 'high', name: v.slice.high, kind: 'figure' },
      ...keys.map((key) => ({
        key,
        name: key === 'delivered' ? texts.delivered : t.return[key],
        kind: 'figure' as const,
      })),
      { key: 'state', name: texts.state, kind: 'text' },
    ],
    rows: weeks.map((week) => [
      text(week.week),
      number(week.rate, week.rate === null ? t.common.none : f.percent(week.rate)),
      number(week.low, week.low === null ? t.common.none : f.percent(week.low)),
      number(week.high, week.high === null ? t.common.none : f.percent(week.high)),
      ...keys.map((key) => {
        const persons = week[key];
        return number(persons, persons === null ? t.common.none : f.count(persons));
      }),
      text(week.running ? texts.running : texts.stateFinal),
    ]),
  };
}
