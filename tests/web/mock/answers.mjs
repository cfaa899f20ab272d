/** Invented answers in the shape of web/shared/api/types.ts. */
import { comments, factors, fields, figure, imported, mails, participants, rows, weeks } from './data.mjs';

const problem = (status, code, title, detail) => ({
  status,
  json: { status, code, title, detail },
});
const ok = (json) => ({ json });

export function answers(method, url, body, user, language) {
  const path = url.pathname;
  const q = url.searchParams;
  if (path === '/api/session') return session(method, body, user);
  if (path === '/api/activation/check') return activationCheck(body);
  if (path === '/api/activation') return { status: 204 };
  if (!user) return problem(401, 'signed-out', 'Bitte melden Sie sich an.');
  if (path === '/api/week/send') return { status: 202 };
  if (path === '/api/week') return ok(week(user));
  if (path === '/api/imports' && method === 'POST') return upload(body);
  if (/\/rows$/.test(path))
    return ok(
      part(
        rows.filter((row) => !q.get('state') || row.state === q.get('state')),
        q,
        20,
      ),
    );
  if (/^\/api\/imports\/[^/]+\/(confirm|undo)$/.test(path)) return { status: 204 };
  if (path === '/api/imports/kaputt') return ok(broken);
  if (/^\/api\/imports\/[^/]+$/.test(path)) return ok(imported(user === 'leer' ? 'confirmed' : 'preview'));
  if (path.startsWith('/api/organisation/')) return ok(organisation);
  if (path === '/api/users') return ok(users);
  if (path === '/api/users/invitations') return ok({ sent: 2, left: 0 });
  if (path === '/api/participants') return ok(part(user === 'leer' ? [] : matching(q), q, 25));
  if (path.startsWith('/api/participants/')) return detail(path);
  if (path === '/api/return') return ok({ weeks: user === 'leer' ? [] : weeks });
  if (path === '/api/results/own') return ok(own(user, language));
  if (path === '/api/outbox') return ok(part(user === 'leer' ? [] : mails, q, 25));
  if (/\/html$/.test(path)) return { html: mails[0].html };
  if (path.startsWith('/api/outbox/'))
    return ok({
      ...mails[0],
      html: undefined,
      headers: mails[0].headers,
      hasHtml: true,
    });
  return problem(404, 'not-found', 'Nicht gefunden');
}

function session(method, body, user) {
  if (method === 'DELETE')
    return {
      status: 204,
      headers: { 'Set-Cookie': 'see360=; Max-Age=0; Path=/' },
    };
  const given = method === 'POST' ? JSON.parse(body) : null;
  if (given?.password === 'falsch') return problem(401, 'sign-in-failed', 'Anmeldung nicht möglich');
  const name = given ? given.userName.replaceAll(/\W/g, '') : user;
  if (!name) return problem(401, 'signed-out', 'Bitte melden Sie sich an.');
  const advisor = ['berg', 'neu'].includes(name);
  return {
    headers: {
      'Set-Cookie': `see360=${name}; HttpOnly; SameSite=Strict; Path=/`,
    },
    json: {
      institute: {
        id: 'musterstadt',
        name: 'Sparkasse Musterstadt',
        accentColour: '#e2001a',
        isDemonstration: true,
        timeZone: 'Europe/Berlin',
      },
      user: {
        userName: `${name}@sparkasse-musterstadt.example`,
        name: advisor ? 'Jana Berg' : 'Irem Apitz',
        roles: advisor ? ['advisor'] : ['salesManagement'],
      },
      csrf: 'x',
      hasOutbox: true,
    },
  };
}

function activationCheck(body) {
  if (JSON.parse(body).token === '') return problem(404, 'not-found', 'Nicht gefunden');
  return ok({
    instituteName: 'Sparkasse Musterstadt',
    userName: 'jana.berg@sparkasse-musterstadt.example',
    name: 'Jana Berg',
    expiresAt: '2026-11-20T00:00:00Z',
    minimumLength: 12,
  });
}

function upload(body) {
  if (body.includes('%PDF'))
    return problem(
      400,
      'no-known-header',
      'Diese Datei ist kein Export',
      'In den ersten Zeilen steht keine bekannte Spalte. Bitte exportieren Sie aus GeKo als CSV und laden Sie die Datei erneut hoch.',
    );
  return { status: 201, json: imported('preview') };
}

const broken = {
  ...imported('preview'),
  fileName: 'bild.csv',
  rows: 0,
  counts: {},
  warnings: [],
  canConfirm: false,
  refused: {
    code: 'no-known-header',
    text: 'In den ersten Zeilen steht keine bekannte Spalte. Bitte exportieren Sie aus GeKo als CSV.',
  },
};

const organisation = {
  applied: false,
  missing: 2,
  rows: 14,
  added: 3,
  changed: 1,
  unchanged: 9,
  deactivated: 0,
  rejected: [],
};

const users = ['active', 'invited', 'new', 'new'].map((state, index) => ({
  userName: `person${index}@bank.example`,
  name: `Person ${index}`,
  roles: ['advisor'],
  state,
  hasSignedIn: state === 'active',
}));

function week(user) {
  const empty = user === 'leer';
  const confirmed = ['gesperrt', 'versand', 'fertig'].includes(user);
  return {
    week: '2026-W46',
    automaticAt: '2026-11-09T07:00:00Z',
    imports: empty ? [] : [imported(confirmed ? 'confirmed' : user === 'senden' ? 'confirmed' : 'preview')],
    sendable: {
      invitations: ['gesperrt', 'senden'].includes(user) ? 39 : 0,
      selfImages: ['gesperrt', 'senden'].includes(user) ? 27 : 0,
    },
    locks:
      user === 'gesperrt'
        ? [
            {
              code: 'concept-not-agreed',
              text: 'Das Berechtigungskonzept ist noch nicht als vereinbart eingetragen. Bitte legen Sie es der Mitarbeitervertretung vor.',
            },
          ]
        : [],
    running:
      user === 'versand'
        ? {
            queued: 66,
            sent: 31,
            failed: 1,
            startedAt: '2026-11-09T07:00:00Z',
            pausedText: null,
          }
        : null,
    sent:
      user === 'fertig'
        ? {
            invitations: 39,
            selfImages: 27,
            reminders: 12,
            lastAt: '2026-11-09T07:04:00Z',
          }
        : { invitations: 0, selfImages: 0, reminders: 0, lastAt: null },
    returns: empty ? [] : weeks.slice(0, 6),
    todo: empty
      ? []
      : [
          { kind: 'callback', count: 2 },
          { kind: 'undeliverable', count: 1 },
          { kind: 'advisorUnknown', count: 1 },
        ],
  };
}

function matching(q) {
  return participants.filter(
    (each) =>
      (!q.get('week') || each.week === q.get('week')) &&
      (!q.get('state') || each.state === q.get('state')) &&
      (!q.get('q') || each.name.toLowerCase().includes(q.get('q').toLowerCase())),
  );
}

function detail(path) {
  const line = participants.find((each) => each.id === decodeURIComponent(path.split('/').at(-1)));
  if (!line) return problem(404, 'not-found', 'Nicht gefunden');
  return ok({
    ...line,
    unitName: 'Filiale Altstadt',
    segment: 'Privatkunden',
    channel: 'Filiale',
    language: 'de',
    legalBasis: {
      kind: 'existingCustomer',
      evidence: 'bestätigt von Irem Apitz',
      on: '2026-11-02',
    },
    importId: 'b1',
    importFileName: 'geko-2026-KW45.csv',
    line: 12,
    invitedAt: '2026-11-02T07:00:12Z',
    expiresAt: '2026-11-30T07:00:12Z',
    history: [
      {
        on: '2026-11-02',
        at: '2026-11-02T06:40:00Z',
        kind: 'imported',
        text: 'Aus dem Export übernommen',
        by: 'Irem Apitz',
      },
      {
        on: '2026-11-02',
        at: '2026-11-02T07:00:12Z',
        kind: 'invited',
        text: 'Einladung gesendet',
        by: '',
      },
      {
        on: '2026-11-03',
        at: '2026-11-03T17:21:00Z',
        kind: 'answered',
        text: 'Umfrage beantwortet',
        by: '',
      },
    ],
    contacts: [
      {
        at: '2026-11-02T07:00:12Z',
        kind: 'invitation',
        state: 'sent',
        reasonText: '',
        bouncedAt: null,
        outboxId: 'm1',
      },
      {
        at: '2026-11-09T07:00:12Z',
        kind: 'reminder1',
        state: 'skipped',
        reasonText: 'Hat schon geantwortet.',
        bouncedAt: null,
        outboxId: null,
      },
    ],
  });
}

let polls = 0;
function own(user) {
  const empty = user === 'neu';
  polls += 1;
  const none = figure(0, null, null);
  return {
    advisor: {
      userName: 'jana.berg@sparkasse-musterstadt.example',
      name: 'Jana Berg',
      address: 'Frau Berg',
    },
    from: '2025-11-10',
    to: '2026-11-09',
    answers: empty ? 0 : 41 + Math.floor(polls / 2),
    fresh: {
      since: '2026-11-09',
      count: empty ? 0 : 3 + Math.floor(polls / 2),
    },
    byInterviewer: 0,
    fcr: figure(0, null, null),
    fcrUnknown: 0,
    otherScales: [],
    nps: empty ? none : figure(41, 54, 19, 35, 73),
    csat: empty ? none : figure(41, 0.93, null, 0.81, 0.97),
    satisfaction: empty ? none : figure(41, 4.5, 0.2, 4.3, 4.7),
    responseRate: empty ? none : figure(111, 0.37, null, 0.29, 0.46),
    delivered: empty ? 0 : 111,
    strengths: empty ? [] : factors.slice(0, 2).map(({ id, name, figure }) => ({ id, name, figure })),
    scale: { min: 1, max: 5 },
    factors: empty ? [] : factors,
    fields: empty ? [] : fields,
    comments: empty ? [] : comments,
    surveys: [
      {
        id: 'beratung',
        name: 'Beratung',
        answers: empty ? 0 : 33,
        missing: 0,
        confidential: false,
        selfImage: 'answered',
        selfImageUrl: null,
      },
      {
        id: 'baufinanzierung',
        name: 'Baufinanzierung',
        answers: empty ? 0 : 8,
        missing: 0,
        confidential: true,
        selfImage: 'pending',
        selfImageUrl: '/s/x',
      },
    ],
  };
}

function part(items, q, size) {
  const from = Number(q.get('after') ?? 0);
  const next = from + size < items.length ? String(from + size) : null;
  return { items: items.slice(from, from + size), next, total: items.length };
}
