/** Who is responsible, what is stored, and how accessible the pages are. */
export const imprint = {
  title: 'Impressum und Datenschutz',
  responsible: 'Wer verantwortlich ist',
  responsibleText: (institute: string) =>
    `Diese Seiten betreibt ${institute}. Die vollständige Anbieterkennung steht im Impressum auf den Internetseiten Ihrer Bank und in jeder Mail, die See360 versendet.`,
  responsibleUnknown:
    'Diese Seiten betreibt Ihre Bank. Die vollständige Anbieterkennung steht auf ihren Internetseiten.',
  cookies: 'Was dieser Browser speichert',
  cookiesText:
    'Ein Sitzungscookie, das nur für die Anmeldung nötig ist und mit ihr endet; dazu Ihre Wahl der Sprache und das Kürzel Ihrer Bank. Es gibt keine Nutzungsstatistik und kein Tracking.',
  results: 'Wer was sieht',
  resultsText:
    'Beraterinnen und Berater sehen ihre eigenen Ergebnisse, das Vertriebsmanagement die der Bank. Ein Berechtigungskonzept, dem die Mitarbeitervertretung zugestimmt hat, ist Voraussetzung: Ohne es verlässt keine Mail das Haus.',
} as const;

export const accessibility = {
  title: 'Barrierefreiheit',
  intro:
    'See360 richtet sich nach den WCAG 2.2, Stufe AA, und der EN 301 549: alles geht mit der Tastatur, mit Vorlesesoftware, bei 400 % Vergrößerung und ab 320 Pixeln Breite, hell und dunkel.',
  charts: 'Zu jedem Diagramm gibt es einen Satz, der sagt, was es zeigt, und eine Tabelle mit allen Zahlen.',
  motion: 'Nichts blinkt. Bewegung trägt keine Bedeutung und ist aus, wenn Ihr System das wünscht.',
  limits:
    'Bekannte Grenze: Die Ansicht einer Mail im Postausgang zeigt die Mail so, wie sie versendet wird; der Textteil darunter enthält denselben Inhalt.',
  report: 'Barriere gefunden?',
  reportText:
    'Bitte schreiben Sie der Stelle für Barrierefreiheit Ihrer Bank: welche Seite, was nicht geht und womit Sie arbeiten. Sie bekommen eine Antwort.',
} as const;
