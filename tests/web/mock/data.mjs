/** Invented people, weeks, rows, comments and mails; the same at each start. */

export const figure = (n, value, margin, low = null, high = null, missing = 0) => ({
  n,
  value,
  margin,
  low,
  high,
  missing,
});

const first = [
  'Hans',
  'Valerie',
  'Kay',
  'Philipp',
  'Ayşe',
  'Jörg',
  'Annegret',
  'Bärbel',
  'Tomasz',
  'Friederike-Charlotte',
];
const last = [
  'Stengel',
  'Jakubczyk',
  'Gesell',
  'Leyckes',
  'Öztürk',
  'Weiß',
  'Müller-Lüdenscheidt',
  'Groß',
  'Nowak',
  'von der Hohenstein-Wittgenburg',
];
const surveys = ['Beratung', 'Baufinanzierung', 'Zahlungsverkehr', 'Auslandsgeschäft'];
const advisors = ['Till Hache', 'Victor Schüppel', 'Carolina Görmer', 'Jana Berg'];
const states = [
  'ready',
  'ready',
  'ready',
  'quarantine',
  'ready',
  'noLegalBasis',
  'ready',
  'advisorUnknown',
  'ready',
  'invalid',
  'ready',
  'duplicate',
  'ready',
];
const reasons = {
  ready: '',
  quarantine: 'Wurde am 14. Sept. schon befragt; die nächste Einladung ist ab 13. Dez. möglich.',
  noLegalBasis: 'Ohne Kundennummer braucht es eine erfasste Einwilligung.',
  advisorUnknown:
    '„max.meier@sparkasse-musterstadt.example“ ist keine Person der Stammdaten. Bitte den Benutzernamen prüfen.',
  invalid: 'Die E-Mail-Adresse fehlt. Bitte in GeKo ergänzen und die Zeile erneut hochladen.',
  duplicate: 'Dasselbe Gespräch steht schon in Zeile 2.',
};

const person = (index) => {
  const [a, b] = [first[index % first.length], last[(index * 3) % last.length]];
  return {
    name: `${index % 2 ? 'Frau' : 'Herr'} ${a} ${b}`,
    email: `${a}.${b}${5096 + index}@kunde.example`.toLowerCase().replaceAll(' ', '-'),
  };
};

export const rows = Array.from({ length: 45 }, (_, index) => {
  const state = states[index % states.length];
  return {
    line: index + 4,
    state,
    reason: state === 'ready' ? '' : state,
    reasonText: reasons[state],
    warnings:
      index % 14 === 6
        ? [
            {
              code: 'role-address',
              text: 'info@ ist eine Sammeladresse; dort antwortet selten die gemeinte Person.',
            },
          ]
        : [],
    customerNumber: state === 'noLegalBasis' ? '' : `00001885${15 + index}`,
    ...person(index),
    conversationOn: state === 'invalid' ? null : `2026-11-0${(index % 8) + 1}`,
    advisor:
      state === 'advisorUnknown'
        ? 'max.meier@sparkasse-musterstadt.example'
        : 'till.hache@sparkasse-musterstadt.example',
    advisorName: state === 'advisorUnknown' ? '' : advisors[index % advisors.length],
    surveyName: surveys[index % surveys.length],
    inFile: {
      customerNumber: null,
      email: null,
      conversationOn: state === 'invalid' ? '31.02.2026' : null,
      survey: null,
    },
    participantId: null,
  };
});

const counts = {};
for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;

export const imported = (state) => ({
  id: 'b1',
  fileName: 'geko-2026-KW46.csv',
  at: '2026-11-09T06:12:00Z',
  by: 'Irem Apitz',
  state,
  rows: rows.length,
  counts,
  warnings: [
    {
      code: 'preamble',
      text: 'Zwei Zeilen vor der Kopfzeile und eine Summenzeile am Ende wurden nicht als Datensätze gelesen.',
    },
  ],
  attestation: { by: 'Irem Apitz', at: '2026-11-09T06:12:00Z' },
  confirmedAt: state === 'confirmed' ? '2026-11-09T06:15:00Z' : null,
  undoneAt: null,
  canConfirm: state === 'preview',
  canUndo: state === 'confirmed',
  refused: null,
});

export const weeks = Array.from({ length: 10 }, (_, index) => {
  const sent = 40 + ((index * 7) % 6);
  const bounced = index % 4 === 1 ? 1 : 0;
  const answered = [6, 14, 16, 13, 17, 15, 12, 16, 14, 11][index];
  const rate = answered / (sent - bounced);
  return {
    week: `2026-W${45 - index}`,
    sent,
    delivered: sent - bounced,
    bounced,
    opened: answered + 9,
    started: answered + 2,
    answered,
    declined: index % 3,
    rate,
    low: Math.max(0, rate - 0.13),
    high: rate + 0.15,
    running: index < 2,
  };
});

export const participants = Array.from({ length: 60 }, (_, index) => {
  const state = index % 3 === 0 ? 'invited' : states[index % states.length];
  return {
    id: `p${index}`,
    ...person(index),
    customerNumber: `00001885${15 + index}`,
    state,
    reasonText: reasons[state] ?? '',
    answer: state === 'invited' ? ['open', 'answered', 'started'][index % 3] : null,
    advisorName: advisors[index % advisors.length],
    surveyName: surveys[index % surveys.length],
    conversationOn: `2026-11-0${(index % 8) + 1}`,
    week: `2026-W${46 - (index % 3)}`,
  };
});

const score = (id, name, personal, n, value, margin, self, distribution) => ({
  id,
  name,
  personal,
  figure: n === 0 ? figure(0, null, null) : figure(n, value, margin, value - margin, Math.min(5, value + margin)),
  distribution,
  cannotJudge: 2,
  self,
  gap: self === null || n === 0 ? null : self - value,
  gapMarked: self !== null && n > 0 && Math.abs(self - value) > 0.5,
});

export const factors = [
  score('personalRelationship', 'Persönliche Beziehung', true, 38, 4.8, 0.1, 5, [0, 0, 1, 6, 31]),
  score('adviceQuality', 'Beratungsqualität/Anbahnungskompetenz', true, 40, 4.6, 0.2, 4.5, [0, 1, 2, 9, 28]),
  score('initiative', 'Beratungs-/Verkaufsinitiative', true, 37, 4.2, 0.3, 4, [0, 2, 5, 13, 17]),
  score('contactFrequency', 'Kontaktfrequenz', true, 36, 3.1, 0.5, 4, [5, 7, 9, 9, 6]),
  score('process', 'Prozess/Bequemlichkeit', false, 35, 3.9, 0.3, null, [1, 3, 8, 11, 12]),
  score('price', 'Preis', false, 4, 2.3, 0.9, null, [1, 1, 2, 0, 0]),
];

export const fields = [
  score('financing', 'Finanzierungen', null, 22, 4.5, 0.3, 4, [0, 1, 1, 6, 14]),
  score('investment', 'Vermögensanlage', null, 18, 4.3, 0.3, 4.5, [0, 0, 4, 5, 9]),
  {
    ...score('payments', 'Zahlungsverkehr', null, 0, 0, 0, null, []),
    figure: figure(3, null, null, null, null, 2),
  },
];

const comment = (id, text, from, nps, praise, on = '2026-11-05') => ({
  id,
  text,
  on,
  from,
  nps,
  surveyName: 'Beratung',
  question: 'Was hat Ihnen besonders gefallen?',
  praise,
});

export const comments = [
  comment(
    'c1',
    'Frau Berg hat sich wirklich Zeit genommen und uns alles so erklärt, dass wir die Entscheidung mit gutem Gefühl treffen konnten.',
    'Frau Valerie Jakubczyk',
    10,
    true,
  ),
  comment('c2', 'Immer freundlich, immer erreichbar. Danke.', 'Herr Hans Stengel', 9, true, '2026-11-03'),
  comment('c3', 'Der Termin am Samstag war für uns ein Segen.', 'Frau Ayşe Öztürk', 10, true, '2026-10-29'),
  comment(
    'c4',
    'Gute Beratung, aber die Unterlagen kamen erst nach zwei Wochen.',
    'Herr Kay Gesell',
    7,
    false,
    '2026-10-22',
  ),
  comment('c5', 'Ich hätte mir einen Rückruf gewünscht.', 'Herr Jörg Weiß', 5, false, '2026-10-15'),
];

const text = `Guten Tag Herr Stengel,

am 4. November haben wir miteinander gesprochen. Wie war das für Sie? Fünf Minuten genügen:
http://localhost:5360/s/abcdefghijklmnop

Sie möchten nicht mehr gefragt werden? http://localhost:5360/w/abcdefghijklmnop

Ihre Jana Berg`;

export const mails = Array.from({ length: 30 }, (_, index) => ({
  id: `m${index}`,
  at: '2026-11-09T07:00:12Z',
  from: '"Jana Berg, Sparkasse Musterstadt" <jana.berg@feedback.sparkasse-musterstadt.example>',
  to: person(index).email,
  subject: 'Ihr Gespräch am 4. November: Wie war es für Sie?',
  kind: index % 3 === 2 ? 'selfImage' : 'invitation',
  text,
  html: '<!doctype html><html lang="de"><title>Mail</title><body style="font-family:sans-serif;color:#222"><h1>Guten Tag Herr Stengel</h1><p>am 4. November haben wir miteinander gesprochen. Wie war das für Sie?</p><p><a href="/s/x">Umfrage öffnen</a></p></body></html>',
  headers: [
    {
      name: 'From',
      value: '"Jana Berg, Sparkasse Musterstadt" <jana.berg@feedback.sparkasse-musterstadt.example>',
    },
    {
      name: 'List-Unsubscribe',
      value: '<https://see360.sparkasse-musterstadt.example/api/unsubscribe/abcdefghijklmnop>',
    },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ],
  hasHtml: true,
}));
