/** The week, imports and master data. */
import { many } from './many';

export const states = {
  ready: 'bereit',
  quarantine: 'Quarantäne',
  objected: 'widersprochen',
  undeliverable: 'unzustellbar',
  noLegalBasis: 'ohne Rechtsgrundlage',
  advisorUnknown: 'Berater unbekannt',
  duplicate: 'Dublette',
  invalid: 'fehlerhaft',
  invited: 'eingeladen',
  withdrawn: 'zurückgenommen',
} as const;

export const answerStates = {
  open: 'noch nicht geantwortet',
  started: 'begonnen',
  answered: 'geantwortet',
  expired: 'Link abgelaufen',
  objected: 'widersprochen',
} as const;

export const sendKinds = {
  invitation: 'Einladung',
  reminder1: '1. Erinnerung',
  reminder2: '2. Erinnerung',
  reminder3: '3. Erinnerung',
  selfImage: 'Selbstbild',
  newsletter: 'Newsletter',
  activation: 'Aktivierung',
  report: 'Managementreport',
  other: 'Mail',
} as const;

export const sendStates = {
  claimed: 'wird gesendet',
  sent: 'gesendet',
  skipped: 'nicht gesendet',
  deferred: 'wird erneut versucht',
  failed: 'nicht zustellbar',
  bounced: (when: string) => `unzustellbar zurück, ${when}`,
} as const;

export const week = {
  title: (week: string) => `Woche ${week}`,
  automatic: (when: string) => `Versand automatisch: ${when}`,
  manual: 'Versand nur von Hand',
  export: 'Export',
  send: 'Absenden',
  return: 'Rücklauf',
  todo: 'Zu tun',
  noImports:
    'In dieser Woche ist noch kein Export da. Laden Sie die Datei aus GeKo hoch; alles Weitere zeigt die Vorschau.',
  rows: (n: number) => many(n, 'Zeile', 'Zeilen'),
  importState: {
    reading: 'wird gelesen',
    preview: 'noch nicht übernommen',
    confirmed: 'übernommen',
    undone: 'zurückgenommen',
    discarded: 'verworfen, nichts davon wurde übernommen',
  },
  sentOf: (sent: string, of: number) => `${sent} von ${many(of, 'Einladung', 'Einladungen')} gesendet`,
  confirm: (n: number, later: number) =>
    n === 0 && later > 0
      ? `${many(later, 'Zeile', 'Zeilen')} für die Zeit nach der Quarantäne übernehmen`
      : `${many(n, 'bereite Zeile', 'bereite Zeilen')} übernehmen`,
  invitations: (n: number) => many(n, 'Einladung', 'Einladungen'),
  selfImages: (n: number) => many(n, 'Selbstbild', 'Selbstbilder'),
  reminders: (n: number) => many(n, 'Erinnerung', 'Erinnerungen'),
  sendNow: (what: string) => `${what} jetzt senden`,
  resume: 'Versand fortsetzen',
  starting: 'Versand beginnt …',
  nothingToSend: 'Es ist gerade nichts zu senden.',
  nothingAfterSend: (what: string, when: string) => `In dieser Woche insgesamt gesendet: ${what}, zuletzt ${when}.`,
  confirmFirst: 'Übernehmen Sie zuerst den Export, dann können die Einladungen gesendet werden.',
  locked: 'Senden ist gesperrt',
  lockedPartly: 'Ein Teil ist gesperrt',
  toConcept: 'Zum Berechtigungskonzept',
  toApprovals: 'Zu den Freigaben',
  toPortals: 'Zu den Bewertungsportalen',
  sending: (sent: string, queued: string) => `Dieser Versand: ${sent} von ${queued} Mails gesendet`,
  failedMails: (n: number) => `${many(n, 'Mail', 'Mails')} nicht zustellbar`,
  sentAll: (n: number) => `${many(n, 'Mail ist', 'Mails sind')} gesendet.`,
  deferred: (n: number) => `${many(n, 'Mail wartet', 'Mails warten')} auf einen neuen Versuch`,
  mails: (n: number) => many(n, 'Mail', 'Mails'),
  nextTry: (when: string) => `Der nächste Versuch beginnt von selbst, ab ${when}.`,
  nextTryResumed: 'Der nächste Versuch beginnt, sobald der angehaltene Versand fortgesetzt ist.',
  running: 'läuft noch',
  noReturn: 'Sobald die ersten Einladungen gesendet sind, steht hier der Rücklauf je Woche.',
  returnSummary: (week: string, rate: string, answered: string, delivered: string) =>
    `${week}: ${rate}, ${answered} Antworten auf ${delivered} zugestellte Einladungen`,
  allWeeks: 'Alle Wochen',
  nothingTodo: 'Nichts zu tun. Antworten erscheinen von selbst bei den Beraterinnen und Beratern.',
  todos: {
    callback: (n: number) => many(n, 'Rückrufwunsch', 'Rückrufwünsche'),
    undeliverable: (n: number) => `${many(n, 'Mail', 'Mails')} unzustellbar`,
    importPreview: (n: number) => `${many(n, 'Export', 'Exporte')} noch nicht übernommen`,
    advisorUnknown: (n: number) => `${many(n, 'Zeile', 'Zeilen')} mit unbekanntem Berater`,
    conceptNotAgreed: (_n: number) => 'Berechtigungskonzept wartet auf die Zustimmung der Mitarbeitervertretung',
    approvalWithdrawn: (_n: number, names: string) => `Freigabe zurückgezogen, Kunden warten: ${names}`,
    paused: (n: number) => `${many(n, 'Versand', 'Versände')} angehalten: zu viele unzustellbare Mails`,
  },
} as const;

export const upload = {
  drop: 'Export hierher ziehen oder',
  dropFile: 'Datei hierher ziehen oder',
  choose: 'Datei wählen',
  formats: 'CSV oder xlsx aus GeKo',
  chosen: (name: string) => `Gewählt: ${name}`,
  other: 'Andere Datei wählen',
  attest: 'Alle Personen mit Kundennummer in dieser Datei sind Bestandskunden.',
  attestLaw:
    'Sie bestätigen damit für diese Datei die Voraussetzungen des § 7 Abs. 3 UWG: Die E-Mail-Adresse stammt aus einer Geschäftsbeziehung, und der Werbung wurde nicht widersprochen. Ihr Name und der Zeitpunkt werden als Nachweis gespeichert. Ohne diese Bestätigung sind nur Personen mit erfasster Einwilligung bereit.',
  check: 'Datei prüfen',
  checking: 'Datei wird geprüft …',
  promise: 'Geprüft wird nur; gesendet wird noch nichts.',
  onlyOne: 'Bitte nur eine Datei auf einmal.',
  already: (name: string) => `Diese Datei ist schon da, als ${name}. Es hat sich nichts geändert.`,
  templates: 'Muster zum Herunterladen',
} as const;

export const imports = {
  title: 'Import',
  lead: (rows: string, by: string, at: string) => `${rows}, ${by}, ${at}`,
  dropFolder: 'aus dem Ablageordner',
  byPerson: (name: string) => `hochgeladen von ${name}`,
  attested: (by: string, at: string) => `Bestandskunden bestätigt von ${by}, ${at}`,
  notAttested: 'Bestandskunden nicht bestätigt: bereit ist nur, wer eingewilligt hat.',
  warnings: 'Hinweise zur Datei',
  warning: 'Hinweis',
  refused: 'Diese Datei konnte nicht gelesen werden',
  filter: 'Zeilen nach Zustand',
  caption: (name: string) => `Zeilen der Datei ${name}`,
  line: 'Zeile',
  state: 'Zustand',
  reason: 'Grund',
  person: 'Person',
  customerNumber: 'Kundennummer',
  noCustomerNumber: 'ohne Kundennummer',
  email: 'E-Mail',
  conversation: 'Gespräch',
  advisor: 'Berater',
  survey: 'Umfrage',
  inFile: 'In der Datei',
  noRows: 'Keine Zeile hat diesen Zustand.',
  undo: 'Import zurücknehmen',
  undoing: 'Wird zurückgenommen …',
  confirming: 'Wird übernommen …',
  undoHint: 'Geht, bis die erste Mail gesendet ist.',
  undone: 'Der Import ist zurückgenommen. Die Datei kann berichtigt noch einmal hochgeladen werden.',
  alreadyInvited: (n: number) =>
    `${many(n, 'Einladung war', 'Einladungen waren')} in diesem Moment schon gesendet und ${n === 1 ? 'lässt' : 'lassen'} sich nicht zurückholen. Die Links darin gelten weiter, und ${n === 1 ? 'diese Person zählt' : 'diese Personen zählen'} als befragt.`,
  discard: 'Vorschau verwerfen',
  discarding: 'Wird verworfen …',
  discarded:
    'Die Vorschau ist verworfen; nichts davon wurde übernommen. Die Datei kann noch einmal hochgeladen werden.',
  confirmed: 'Übernommen. Gesendet wird auf der Seite Woche.',
  toWeek: 'Zum Absenden',
  rejected: 'Nicht bereite Zeilen als CSV',
  rejectedHint:
    'Mit Grund in der letzten Spalte. Berichtigen und wieder hochladen: bereits übernommene Zeilen bleiben, wie sie sind.',
  nothingToTake:
    'Aus dieser Datei kann nichts übernommen werden: Keine Zeile ist bereit. Laden Sie die Zeilen mit ihrem Grund herunter, berichtigen Sie, was sich berichtigen lässt, und laden Sie diese Datei wieder hoch.',
  confirmHint: 'Übernehmen sendet noch nichts und lässt sich zurücknehmen.',
} as const;

export const organisation = {
  title: 'Stammdaten',
  lead: 'Abteilungen und Personen kommen als Datei aus der Personalabteilung. Zuerst die Abteilungen, dann die Personen.',
  units: 'Abteilungen',
  employees: 'Personen',
  check: 'Datei prüfen',
  apply: (n: number) => `${many(n, 'Änderung', 'Änderungen')} übernehmen`,
  nothing: 'Die Datei ändert nichts: Alles ist schon so gespeichert.',
  applied: 'Die Änderungen sind übernommen.',
  preview: 'Das würde sich ändern',
  added: 'neu',
  changed: 'geändert',
  unchanged: 'unverändert',
  deactivated: 'ausgeschieden',
  missing: 'nicht in der Datei',
  complete: 'Die Datei ist vollständig: Wer nicht darin steht, ist ausgeschieden.',
  rejected: 'So kann die Datei nicht übernommen werden. Bitte berichtigen Sie diese Zeilen:',
  warnings: 'Bitte prüfen Sie diese Zeilen. Die Datei kann trotzdem übernommen werden:',
} as const;

export const access = {
  title: 'Zugänge',
  lead: 'Wer als Person importiert ist, kann sich anmelden, sobald das eigene Passwort festgelegt ist. Den Link dazu senden Sie hier.',
  states: {
    active: 'aktiv',
    invited: 'Link gesendet',
    expired: 'Link abgelaufen',
    new: 'noch ohne Link',
    locked: 'gesperrt',
    inactive: 'ausgeschieden',
  },
  invite: (n: number) => `${many(n, 'Aktivierungslink', 'Aktivierungslinks')} jetzt senden`,
  sending: 'Links werden gesendet …',
  sent: (n: number) => `${many(n, 'Aktivierungslink ist', 'Aktivierungslinks sind')} gesendet.`,
} as const;
