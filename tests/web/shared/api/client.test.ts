import { describe, expect, it } from 'vitest';
import { Api, ApiError, unreachable } from '../../../../web/shared/api/client';
import { session } from '../../work/examples';

interface Sent {
  method: string;
  path: string;
  headers: Headers;
}

/** An API whose server gives the answers in their order, and what was sent to it. */
function apiWith(answers: (Response | Error)[], signInAgain?: () => Promise<void>) {
  const sent: Sent[] = [];
  const fake: typeof fetch = async (path, init) => {
    sent.push({
      method: init?.method ?? 'GET',
      path: String(path),
      headers: new Headers(init?.headers),
    });
    const next = answers.shift();
    if (!next) throw new Error('More requests than answers.');
    if (next instanceof Error) throw next;
    return next;
  };
  const options = { language: () => 'de' as const, fetch: fake };
  return {
    api: new Api(signInAgain ? { ...options, signInAgain } : options),
    sent,
  };
}

const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });

describe('A request', () => {
  it('carries the language always, and the CSRF token only where something may change', async () => {
    const { api, sent } = apiWith([json(session(['advisor'])), json({}), json({})]);
    await api.session();
    await api.get('/api/week');
    await api.post('/api/week/send');
    expect(sent.map((each) => each.headers.get('X-See360-Csrf'))).toEqual([null, null, 'token']);
    expect(sent.every((each) => each.headers.get('Accept-Language') === 'de')).toBe(true);
  });

  it('that is refused throws the problem of the server', async () => {
    const { api } = apiWith([json({ code: 'locked', title: 'Gesperrt', detail: 'Bitte warten.' }, 409)]);
    await expect(api.post('/api/week/send')).rejects.toMatchObject({
      problem: {
        status: 409,
        code: 'locked',
        title: 'Gesperrt',
        detail: 'Bitte warten.',
      },
    });
  });

  it('answered by a proxy without a problem body still throws one', async () => {
    const { api } = apiWith([new Response('<html>Bad gateway', { status: 502 })]);
    await expect(api.get('/api/week')).rejects.toMatchObject({
      problem: { status: 502, code: '' },
    });
  });

  it('that reaches nobody says so', async () => {
    const { api } = apiWith([new TypeError('failed')]);
    await expect(api.get('/api/week')).rejects.toMatchObject({
      problem: { status: unreachable },
    });
  });
});

describe('A poll', () => {
  it('names what it knows and takes "nothing new" for an answer', async () => {
    const { api, sent } = apiWith([json({ a: 1 }, 200, { ETag: '"1"' }), new Response(null, { status: 304 })]);
    const first = await api.poll<{ a: number }>('/api/week', null);
    expect(first).toEqual({ data: { a: 1 }, etag: '"1"' });
    expect(await api.poll('/api/week', '"1"')).toBeNull();
    expect(sent[1]?.headers.get('If-None-Match')).toBe('"1"');
  });
});

describe('A session that has ended', () => {
  it('is asked for again, and the request is repeated with the new token', async () => {
    const answers = [json({}, 401), json({ ...session(['advisor']), csrf: 'new' }), json({ done: true })];
    const asked: string[] = [];
    const { api, sent } = apiWith(answers, async () => {
      asked.push('again');
      await api.signIn({
        institute: 'musterstadt',
        userName: 'jana',
        password: 'x',
      });
    });
    expect(await api.post('/api/imports', {})).toEqual({ done: true });
    expect(asked).toEqual(['again']);
    expect(sent.map((each) => each.path)).toEqual(['/api/imports', '/api/session', '/api/imports']);
    expect(sent[2]?.headers.get('X-See360-Csrf')).toBe('new');
  });

  it('is simply none when asked who is signed in', async () => {
    const { api } = apiWith([json({}, 401)]);
    expect(await api.session()).toBeNull();
  });

  it('is signed out already', async () => {
    const { api } = apiWith([json({}, 401)]);
    await expect(api.signOut()).resolves.toBeUndefined();
  });

  it('does not hide that a password was wrong', async () => {
    const { api } = apiWith([json({ code: 'sign-in-failed' }, 401)]);
    await expect(api.signIn({ institute: 'a', userName: 'b', password: 'c' })).rejects.toBeInstanceOf(ApiError);
  });
});
