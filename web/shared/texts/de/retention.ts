/** *Aufbewahrung*. */
import { many } from './many';

export const retention = {
  title: 'Aufbewahrung',
  lead: 'Was nicht mehr gebraucht wird, löscht See360 von selbst: jeden Tag, nach festen Fristen. Ergebnisse und Rücklauf bleiben, wie sie sind.',
  summary: (days: string, answers: string, logs: string) =>
    `Teilnehmerdaten ${days} nach Ablauf des Links, Antworten ${answers}, Protokolle ${logs}.`,
  toPage: 'Zur Aufbewahrung',
  days: (n: number) => many(n, 'Tag', 'Tage'),
  months: (n: number) => many(n, 'Monat', 'Monate'),
  done: (day: string) => `Am ${day} war alles gelöscht, was fällig war.`,
  notDone: 'Der tägliche Lauf ist noch nicht durch. Er läuft stündlich weiter; Sie müssen nichts tun.',
  periods: 'Fristen',
  caption: 'Was wie lange aufbewahrt wird',
  what: 'Was',
  period: 'Frist',
  next: 'Als Nächstes fällig',
  nothing: 'nichts vorhanden',
  dueNow: 'heute',
  classes: {
    participants: 'Teilnehmerdaten',
    answers: 'Antworten',
    logs: 'Protokolle',
  },
  holds: {
    participants:
      'Kundennummer, Name, E-Mail-Adresse, Rechtsgrundlage, abgelehnte Zeilen, hochgeladene Dateien, Rückrufwünsche, Kopien der Mails',
    answers: 'Antwortbögen mit Kommentaren, geöffnete Umfragen',
    logs: 'Kontaktprotokoll, Protokoll der mitgenommenen Ergebnisse, Erkennung schon importierter Gespräche',
  },
  from: {
    participants: 'nach Ablauf des Links; ohne Einladung gerechnet ab dem Import',
    answers: 'nach dem Abschluss der Umfrage',
    logs: 'nach dem Eintrag; nie vor dem Ende der Quarantäne',
  },
  stays: 'Was bleibt',
  staying: {
    figures: 'Zahlen je Woche, Berater, Abteilung und Umfrage: ohne Namen.',
    suppressed:
      'Widersprüche und unzustellbare Adressen, als Prüfsumme ohne Namen: damit niemand noch einmal angeschrieben wird.',
    waiting: 'Wer im Bestand einer strategischen Umfrage auf seine Einladung wartet, solange er wartet.',
    decisions: 'Entscheidungen unter Freigaben und diese Löschnachweise.',
  },
  runs: 'Löschnachweise',
  runsCaption: 'Läufe, die etwas gelöscht haben, der neueste zuerst',
  noRuns: 'Noch nichts gelöscht: Bisher ist keine Frist abgelaufen.',
  at: 'Gelaufen am',
  weeks: 'Betraf',
  deleted: 'Gelöscht',
  weekRange: (from: string, to: string) => `${from} bis ${to}`,
  items: {
    participants: (n: number) => many(n, 'Teilnehmer', 'Teilnehmer'),
    callbacks: (n: number) => many(n, 'Rückrufwunsch', 'Rückrufwünsche'),
    sources: (n: number) => many(n, 'hochgeladene Datei', 'hochgeladene Dateien'),
    copies: (n: number) => many(n, 'Kopie', 'Kopien'),
    answers: (n: number) => many(n, 'Antwortbogen', 'Antwortbögen'),
    openings: (n: number) => many(n, 'Öffnung', 'Öffnungen'),
    links: (n: number) => many(n, 'alter Link', 'alte Links'),
    mails: (n: number) => many(n, 'Eintrag im Kontaktprotokoll', 'Einträge im Kontaktprotokoll'),
    conversations: (n: number) => many(n, 'Gesprächskennung', 'Gesprächskennungen'),
    contacts: (n: number) => many(n, 'Kontaktsperre', 'Kontaktsperren'),
    objections: (n: number) => many(n, 'Zähleintrag', 'Zähleinträge'),
    exports: (n: number) => many(n, 'Eintrag über mitgenommene Ergebnisse', 'Einträge über mitgenommene Ergebnisse'),
  },
  erased: 'gelöscht',
  erasedTitle: 'Teilnehmer (gelöscht)',
  erasedOn: (day: string) =>
    `Die persönlichen Angaben sind am ${day} gelöscht worden: Ihre Aufbewahrungsfrist ist vorbei.`,
} as const;
