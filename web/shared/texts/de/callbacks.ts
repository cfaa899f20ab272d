/** Customers who wish to be called. */
import { many } from './many';

export const callbacks = {
  title: 'Rückrufwünsche',
  lead: 'Kunden, die nach ihrer Antwort um einen Anruf gebeten haben.',
  all: 'Alle Rückrufwünsche',
  open: (n: number) => (n === 0 ? 'Offen' : `${many(n, 'offener Rückrufwunsch', 'offene Rückrufwünsche')}`),
  nothingOpen: 'Kein Rückrufwunsch ist offen. Ein neuer erscheint hier von selbst.',
  doneTitle: 'Erledigt',
  unnamed: 'Name gelöscht',
  call: (name: string, phone: string) => `${name} anrufen: ${phone}`,
  confidential: 'Vertrauliche Umfrage: Nur Kontakt und Wunsch sind bekannt, die Antworten nicht.',
  note: 'Notiz (freiwillig)',
  done: 'Als erledigt merken',
  marking: 'Wird gemerkt …',
  isDone: (name: string) => `Der Rückruf bei ${name} ist erledigt.`,
  doneBy: (name: string, when: string) => `Erledigt von ${name}, ${when}`,
  reopen: 'Doch nicht erledigt',
  isOpen: (name: string) => `Der Rückruf bei ${name} ist wieder offen.`,
} as const;
