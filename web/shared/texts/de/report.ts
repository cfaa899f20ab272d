/** The *Managementreport* by mail. */
import { many } from './many';

export const report = {
  title: 'Bericht per E-Mail',
  lead: 'Die Zahlen dieses Berichts mit ihrer Genauigkeit und dem Unterschied zum Zeitraum davor. Keine Kommentare, keine Personen: Wer den Bericht bekommt, liest nur, was auch seine Seiten zeigen.',
  rhythm: 'Wie oft',
  rhythms: {
    never: 'nie',
    weekly: 'wöchentlich, zum Start der Woche, über die letzten vier Wochen',
    monthly: 'monatlich, am Ersten, über den Monat davor',
  },
  roles: 'Wer ihn bekommt',
  roleNames: {
    salesManagement: 'Vertriebsmanagement: über das ganze Haus',
    head: 'Leitung: über die eigene Einheit; Vorstand: über das ganze Haus',
  },
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert.',
  next: (at: string, n: number) => `Nächster Bericht: ${at}, an ${many(n, 'Person', 'Personen')}.`,
  latest: (at: string, n: number) => `Letzter Bericht: ${at}, an ${many(n, 'Person', 'Personen')}.`,
  waiting: (n: number) => `${many(n, 'Mail wird', 'Mails werden')} noch einmal versucht.`,
  failed: (n: number) =>
    `${many(n, 'Mail wurde', 'Mails wurden')} nicht angenommen; bitte prüfen Sie die Adressen unter Stammdaten.`,
  decided: (by: string, at: string) => `So entschieden von ${by}, ${at}.`,
};
