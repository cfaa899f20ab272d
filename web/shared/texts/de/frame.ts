/** The frame around every page, signing in, and what can go wrong. */
export const frame = {
  skip: 'Zum Inhalt',
  navigation: 'Hauptmenü',
  menu: 'Menü',
  language: 'Sprache',
  search: 'Suchen',
  signOut: 'Abmelden',
  signedInAs: 'Angemeldet als',
  demonstration: 'Demonstration: Alle Personen, Banken und Antworten sind erfunden.',
  imprint: 'Impressum und Datenschutz',
  accessibility: 'Barrierefreiheit',
  nav: {
    week: 'Woche',
    participants: 'Teilnehmer',
    return: 'Rücklauf',
    organisation: 'Stammdaten',
    approvals: 'Freigaben',
    outbox: 'Postausgang',
    results: 'Ergebnisse',
    own: 'Meine Ergebnisse',
  },
} as const;

export const common = {
  loading: 'Wird geladen …',
  retry: 'Erneut versuchen',
  more: 'Weitere anzeigen',
  shownOf: (shown: number, total: number) => `${shown.toLocaleString('de-DE')} von ${total.toLocaleString('de-DE')}`,
  all: 'Alle',
  show: 'ansehen',
  back: 'Zurück',
  cancel: 'Abbrechen',
  none: '–',
  download: 'Herunterladen',
  asTable: 'Zahlen als Tabelle',
  withheld: (missing: number) => `zu wenige Antworten (noch ${missing})`,
  noAnswers: 'noch keine Antworten',
  tableOf: (title: string) => `Tabelle: ${title}`,
  exportData: 'Daten dieses Bildes (CSV)',
} as const;

export const errors = {
  unreachable:
    'Der Server ist gerade nicht zu erreichen. Ihre Eingaben sind noch da. Bitte prüfen Sie die Verbindung und versuchen Sie es erneut.',
  unexpected:
    'Das hat nicht geklappt. Bitte versuchen Sie es in einer Minute erneut. Bleibt es dabei, wenden Sie sich bitte an die IT Ihrer Bank.',
  notFound: 'Das gibt es hier nicht (mehr), oder es gehört einem anderen Bereich.',
  forbidden: 'Ihre Sitzung passt nicht mehr zu dieser Seite. Bitte laden Sie die Seite neu.',
  tooLarge: 'Die Datei ist zu groß. Bitte teilen Sie sie auf und laden Sie die Teile einzeln hoch.',
  tooMany: 'Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie einige Minuten.',
  busy: 'Der Speicher ist gerade beschäftigt. Bitte versuchen Sie es gleich erneut.',
  notFoundTitle: 'Seite nicht gefunden',
  notFoundText: 'Unter dieser Adresse gibt es nichts. Vielleicht ist der Link alt oder unvollständig.',
  toStart: 'Zur Startseite',
  noRole: 'Ihr Zugang hat noch keine Aufgabe in See360. Bitte wenden Sie sich an das Vertriebsmanagement Ihrer Bank.',
} as const;

export const signIn = {
  title: 'Anmelden',
  lead: 'Rückmeldungen Ihrer Kundinnen und Kunden, Woche für Woche.',
  institute: 'Institut',
  instituteHint: 'Das Kürzel Ihrer Bank, zum Beispiel musterstadt',
  userName: 'Benutzername',
  userNameHint: 'Ihre dienstliche E-Mail-Adresse',
  password: 'Passwort',
  submit: 'Anmelden',
  submitting: 'Anmeldung läuft …',
  failed: 'Institut, Benutzername und Passwort passen nicht zusammen. Bitte prüfen Sie alle drei.',
  help: 'Noch kein Passwort oder vergessen? Das Vertriebsmanagement Ihrer Bank schickt Ihnen einen neuen Aktivierungslink.',
  signedOut: 'Sie sind abgemeldet.',
  expiredTitle: 'Bitte melden Sie sich noch einmal an',
  expired: 'Ihre Sitzung ist abgelaufen. Nach der Anmeldung geht es genau hier weiter; Ihre Eingaben bleiben erhalten.',
  otherUser: 'Zur Anmeldeseite wechseln',
} as const;

export const activation = {
  title: 'Zugang aktivieren',
  intro: (name: string, institute: string) => `Guten Tag ${name}, legen Sie hier Ihr Passwort für ${institute} fest.`,
  userName: 'Ihr Benutzername',
  password: 'Neues Passwort',
  repeat: 'Neues Passwort wiederholen',
  rules: 'So wird es ein gutes Passwort',
  ruleLength: (n: number) => `Mindestens ${n} Zeichen. Ein kurzer Satz ist besser als ein kompliziertes Wort.`,
  ruleNoName: 'Weder Ihr Name noch der Ihrer Bank kommt darin vor.',
  ruleSame: 'Beide Eingaben sind gleich.',
  fulfilled: 'erfüllt',
  open: 'noch offen',
  submit: 'Passwort festlegen',
  submitting: 'Wird gespeichert …',
  done: 'Ihr Passwort ist festgelegt. Sie können sich jetzt anmelden.',
  badLink:
    'Dieser Aktivierungslink gilt nicht mehr. Ein Link gilt einmal und nur einige Tage. Bitten Sie das Vertriebsmanagement Ihrer Bank um einen neuen.',
  alreadySet: 'Haben Sie Ihr Passwort schon festgelegt? Dann können Sie sich anmelden.',
  show: 'Passwort anzeigen',
} as const;
