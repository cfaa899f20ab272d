/** *Mitgenommene Ergebnisse*. */
export const exports = {
  title: 'Exported results',
  lead: 'Who has taken which results along as a file, and when: so that it can be traced who has answers outside See360.',
  kept: (period: string) => `Each entry is kept for ${period}; See360 does not keep the files themselves.`,
  keptAsLogs: 'Each entry is kept as long as the other logs; See360 does not keep the files themselves.',
  asToday: 'Each selection leads to the results as they are today.',
  caption: 'Exported results, the newest first',
  at: 'When',
  by: 'Who',
  slice: 'Selection',
  format: 'Format',
  sheets: 'Answer sheets',
  empty:
    'Nobody has taken results along yet. Whoever chooses PowerPoint, Excel or CSV under Results is listed here afterwards.',
  latest: (at: string, name: string) => `Most recently on ${at} by ${name}.`,
  none: 'Nobody has taken results along yet.',
  toPage: 'To the log',
} as const;
