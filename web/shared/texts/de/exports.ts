/** *Mitgenommene Ergebnisse*. */
export const exports = {
  title: 'Mitgenommene Ergebnisse',
  lead: 'Wer wann welche Ergebnisse als Datei mitgenommen hat: So lässt sich nachvollziehen, bei wem Antworten außerhalb von See360 liegen.',
  kept: (period: string) => `Jeder Eintrag bleibt ${period}; die Dateien selbst hebt See360 nicht auf.`,
  keptAsLogs: 'Jeder Eintrag bleibt so lange wie die anderen Protokolle; die Dateien selbst hebt See360 nicht auf.',
  asToday: 'Jede Auswahl führt zu den Ergebnissen, wie sie heute sind.',
  caption: 'Mitgenommene Ergebnisse, die neuesten zuerst',
  at: 'Wann',
  by: 'Wer',
  slice: 'Auswahl',
  format: 'Format',
  sheets: 'Antwortbögen',
  empty:
    'Noch niemand hat Ergebnisse mitgenommen. Wer unter Ergebnisse PowerPoint, Excel oder CSV wählt, steht danach hier.',
  latest: (at: string, name: string) => `Zuletzt am ${at} durch ${name}.`,
  none: 'Noch niemand hat Ergebnisse mitgenommen.',
  toPage: 'Zum Protokoll',
} as const;
