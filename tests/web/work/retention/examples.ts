import type { RetentionView } from '../../../../web/shared/api/types';

export function retentionView(change: Partial<RetentionView> = {}): RetentionView {
  return {
    classes: [
      { of: 'participants', period: 90, inMonths: false, nextOn: '2026-11-12' },
      { of: 'answers', period: 36, inMonths: true, nextOn: null },
      { of: 'logs', period: 12, inMonths: true, nextOn: '2026-11-09' },
    ],
    doneOn: '2026-11-09',
    today: '2026-11-09',
    runs: [
      {
        at: '2026-11-09T02:17:00Z',
        fromWeek: '2025-W44',
        toWeek: '2026-W28',
        counts: [
          { item: 'participants', count: 1204 },
          { item: 'sources', count: 1 },
          { item: 'mails', count: 36 },
        ],
      },
      {
        at: '2026-11-08T02:17:00Z',
        fromWeek: '2026-W28',
        toWeek: '2026-W28',
        counts: [{ item: 'participants', count: 1 }],
      },
    ],
    ...change,
  };
}
