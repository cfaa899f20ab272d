/** The one way to the HTTP API. Errors are thrown as ApiError with a problem that can be shown as it is. */
import type { Language } from '../formats';
import type { Problem, Session } from './types';

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The browser could not reach the server at all. */
export const unreachable = 0;

export interface Answer<T> {
  data: T;
  etag: string | null;
}

export interface ApiOptions {
  /** Language of the texts that the server writes. */
  language: () => Language;
  /** Called when the session has ended: resolves once somebody has signed in again, and the request is repeated. */
  signInAgain?: () => Promise<void>;
  fetch?: typeof fetch;
}

export class Api {
  /** Set from the session; goes with every unsafe request. */
  csrf = '';

  constructor(private readonly options: ApiOptions) {}

  /** @param words What is looked for; not in the path, because addresses are logged and words are often names. */
  async get<T>(path: string, signal?: AbortSignal, words = ''): Promise<T> {
    return (await this.read<T>(path, null, signal, words)).data;
  }

  /** Null: nothing has changed since the answer with this ETag. */
  async poll<T>(path: string, etag: string | null, signal?: AbortSignal, words = ''): Promise<Answer<T> | null> {
    const headers = {
      ...(etag && { 'If-None-Match': etag }),
      ...(words && { 'X-See360-Search': encodeURIComponent(words) }),
    };
    const response = await this.send('GET', path, headers, undefined, signal);
    return response.status === 304 ? null : { data: (await response.json()) as T, etag: response.headers.get('ETag') };
  }

  async post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const isForm = body instanceof FormData;
    const headers: Record<string, string> = isForm ? {} : { 'Content-Type': 'application/json' };
    const response = await this.send('POST', path, headers, isForm ? body : JSON.stringify(body ?? {}), signal);
    return (await bodyOf(response)) as T;
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    const response = await this.send('PUT', path, { 'Content-Type': 'application/json' }, JSON.stringify(body));
    return (await bodyOf(response)) as T;
  }

  /** The session, or null if nobody is signed in. Does not ask to sign in again. */
  async session(): Promise<Session | null> {
    const response = await this.once('GET', '/api/session', {}, undefined);
    if (response.status === 401) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw new ApiError(await problemOf(response));
    return this.remember((await response.json()) as Session);
  }

  /** @throws ApiError 400 or 401 with the reason. */
  async signIn(credentials: { institute: string; userName: string; password: string }): Promise<Session> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await this.once('POST', '/api/session', headers, JSON.stringify(credentials));
    if (!response.ok) throw new ApiError(await problemOf(response));
    return this.remember((await response.json()) as Session);
  }

  /** A session that has ended already is signed out, too. */
  async signOut(): Promise<void> {
    const response = await this.once('DELETE', '/api/session', {}, undefined);
    if (!response.ok && response.status !== 401) throw new ApiError(await problemOf(response));
  }

  /** All other sessions end; this one goes on under a new token.
   * @throws ApiError 400 with the field: `password` or `newPassword`. */
  async changePassword(password: string, newPassword: string): Promise<Session> {
    const body = JSON.stringify({ password, newPassword });
    const response = await this.send('PUT', '/api/session/password', { 'Content-Type': 'application/json' }, body);
    return this.remember((await response.json()) as Session);
  }

  async signOutEverywhere(): Promise<void> {
    const response = await this.once('DELETE', '/api/session/all', {}, undefined);
    if (!response.ok && response.status !== 401) throw new ApiError(await problemOf(response));
  }

  private async read<T>(path: string, etag: string | null, signal?: AbortSignal, words = ''): Promise<Answer<T>> {
    const answer = await this.poll<T>(path, etag, signal, words);
    if (!answer) throw new ApiError({ status: 304, code: 'not-modified', title: '' });
    return answer;
  }

  private async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: BodyInit | undefined,
    signal?: AbortSignal,
  ): Promise<Response> {
    let response = await this.once(method, path, headers, body, signal);
    if (response.status === 401 && this.options.signInAgain) {
      await this.options.signInAgain();
      response = await this.once(method, path, headers, body, signal);
    }
    if (!response.ok && response.status !== 304) throw new ApiError(await problemOf(response));
    return response;
  }

  private async once(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: BodyInit | undefined,
    signal?: AbortSignal,
  ): Promise<Response> {
    const all: Record<string, string> = {
      Accept: 'application/json',
      'Accept-Language': this.options.language(),
      ...headers,
    };
    if (method !== 'GET') all['X-See360-Csrf'] = this.csrf;
    const request: RequestInit = { method, headers: all, credentials: 'same-origin', cache: 'no-store' };
    if (body !== undefined) request.body = body;
    if (signal) request.signal = signal;
    try {
      return await (this.options.fetch ?? fetch)(path, request);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new ApiError({ status: unreachable, code: 'unreachable', title: '' });
    }
  }

  private remember(session: Session): Session {
    this.csrf = session.csrf;
    return session;
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** The problem body, or one made from the status where a proxy answered in the server's place. */
async function problemOf(response: Response): Promise<Problem> {
  const none: Problem = { status: response.status, code: '', title: '' };
  try {
    const body: unknown = await response.json();
    if (typeof body !== 'object' || body === null) return none;
    return { ...none, ...(body as Partial<Problem>), status: response.status };
  } catch {
    return none;
  }
}
