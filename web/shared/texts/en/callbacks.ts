/** Customers who wish to be called. */
import { many } from './many';

export const callbacks = {
  title: 'Wishes for a call',
  lead: 'Customers who have asked for a call after their answer.',
  all: 'All wishes for a call',
  open: (n: number) => (n === 0 ? 'Open' : `${many(n, 'open wish for a call', 'open wishes for a call')}`),
  nothingOpen: 'No wish for a call is open. A new one appears here by itself.',
  doneTitle: 'Done',
  unnamed: 'Name erased',
  call: (name: string, phone: string) => `Call ${name}: ${phone}`,
  confidential: 'Confidential survey: only contact and wish are known, the answers are not.',
  note: 'Note (optional)',
  done: 'Mark as done',
  marking: 'Being marked …',
  isDone: (name: string) => `The call to ${name} is done.`,
  doneBy: (name: string, when: string) => `Done by ${name}, ${when}`,
  reopen: 'Not done after all',
  isOpen: (name: string) => `The call to ${name} is open again.`,
} as const;
