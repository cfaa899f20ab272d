/** Customers who wish to be called. */
import { many } from './many';

export const callbacks = {
  title: 'Callback requests',
  lead: 'Customers who have asked for a call after their answer.',
  all: 'All callback requests',
  open: (n: number) => (n === 0 ? 'Open' : `${many(n, 'open callback request', 'open callback requests')}`),
  nothingOpen: 'No callback request is open. A new one appears here by itself.',
  doneTitle: 'Done',
  unnamed: 'Name erased',
  call: (name: string, phone: string) => `Call ${name}: ${phone}`,
  confidential: 'Confidential survey: only contact and request are known, the answers are not.',
  note: 'Note (optional)',
  done: 'Mark as done',
  marking: 'Being marked …',
  isDone: (name: string) => `The call to ${name} is done.`,
  doneBy: (name: string, when: string) => `Done by ${name}, ${when}`,
  reopen: 'Not done after all',
  isOpen: (name: string) => `The call to ${name} is open again.`,
} as const;
