import type { Language, Sheet, Survey } from './types';

export interface Problem {
  /** 0: the server could not be reached. */
  status: number;
  code: string;
  detail?: string;
  errors?: Record<string, string[]>;
  /** Of a conflict between two devices. */
  conflicts?: string[];
  sheet?: Sheet;
}

export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
  }
}

const patience = 20_000;

/** The survey's few requests. There is no session and no cookie: the token in the address is all. */
export class SurveyApi {
  language: Language = 'de';
  private readonly base: string;

  constructor(
    token: string,
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {
    this.base = `/api/survey/${encodeURIComponent(token)}`;
  }

  get photo(): string {
    return `${this.base}/photo`;
  }

  open = (): Promise<Survey> => this.send('GET', '');

  save = (body: object, keepalive = false): Promise<{ revision: number; sheet?: Sheet }> =>
    this.send('PUT', '/answers', body, keepalive);

  complete = (body: object): Promise<{ revision: number; sheet: Sheet }> => this.send('POST', '/complete', body);

  opened = (): Promise<void> => this.send('POST', '/opened');

  callback = (phone: string, note: string): Promise<void> => this.send('POST', '/callback', { phone, note });

  object = (): Promise<void> => this.send('POST', '/objection');

  private async send<T>(method: string, path: string, body?: object, keepalive = false): Promise<T> {
    const response = await this.once(method, path, body, keepalive);
    if (response.ok) return response.status === 204 ? (undefined as T) : await response.json();
    const problem = await response.json().catch(() => ({}));
    throw new Refused({ ...problem, code: problem.code ?? '', status: response.status });
  }

  private async once(method: string, path: string, body: object | undefined, keepalive: boolean): Promise<Response> {
    const headers: Record<string, string> = { 'Accept-Language': this.language };
    if (body) headers['Content-Type'] = 'application/json';
    try {
      return await this.fetcher(this.base + path, {
        method,
        headers,
        keepalive,
        credentials: 'omit',
        signal: AbortSignal.timeout(patience),
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch {
      // Offline, refused, timed out: for the page it is all the same.
      throw new Refused({ status: 0, code: 'unreachable' });
    }
  }
}

/** Worth trying again later: nobody has said no. */
export const isPassing = (problem: Problem): boolean =>
  problem.status === 0 || problem.status === 429 || problem.status >= 500;
