/** The management report by mail. */
import { many } from './many';

export const report = {
  title: 'Report by e-mail',
  lead: 'The figures of this report with their precision and the difference from the period before. No comments, no persons: whoever gets the report reads only what his pages show as well.',
  rhythm: 'How often',
  rhythms: {
    never: 'never',
    weekly: 'weekly, at the start of the week, over the last four weeks',
    monthly: 'monthly, on the first, over the month before',
  },
  roles: 'Who gets it',
  roleNames: {
    salesManagement: 'Sales management: about the whole bank',
    head: 'Heads: about their own unit; board: about the whole bank',
  },
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved.',
  next: (at: string, n: number) => `Next report: ${at}, to ${many(n, 'person', 'persons')}.`,
  latest: (at: string, n: number) => `Latest report: ${at}, to ${many(n, 'person', 'persons')}.`,
  waiting: (n: number) => `${many(n, 'mail is', 'mails are')} being tried again.`,
  failed: (n: number) =>
    `${many(n, 'mail was', 'mails were')} not accepted; please check the addresses under Master data.`,
  decided: (by: string, at: string) => `Decided by ${by}, ${at}.`,
};
