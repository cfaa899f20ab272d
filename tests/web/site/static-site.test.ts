import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble, staticSurvey } from '../../../web/site/assemble.mjs';

interface Rule {
  route: string;
  methods?: string[];
  rewrite?: string;
  statusCode?: number;
  headers?: Record<string, string>;
}

interface Config {
  routes: Rule[];
  navigationFallback: { rewrite: string; exclude: string[] };
  globalHeaders: Record<string, string>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const config = JSON.parse(readFileSync(join(root, 'web/site/staticwebapp.config.json'), 'utf8')) as Config;
const server = readFileSync(join(root, 'functions/See360.Api/Access/SecurityHeaders.cs'), 'utf8');
const token = 'a'.repeat(38);

/** The text of a constant in C#, whatever parts it is put together from. */
function constant(name: string): string {
  const declared = new RegExp(`const string ${name} =([^;]*(?:"[^"]*"[^;]*)*?);\\s*$`, 'm').exec(server)?.[1];
  return [...(declared ?? '').matchAll(/"([^"]*)"/g)].map(([, part]) => part).join('');
}

/** `/a/*` and `/*.{js,css}`, as Static Web Apps reads them. */
function matches(pattern: string, path: string): boolean {
  const escaped = pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.split(',').join('|')})`)
    .replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`).test(path);
}

describe('headers of the static site', () => {
  it('has the same Content-Security-Policy as the API', () => {
    expect(constant('ContentSecurityPolicy')).toContain("frame-ancestors 'none'");
    expect(config.globalHeaders['Content-Security-Policy']).toBe(constant('ContentSecurityPolicy'));
  });

  it('has every other header that the API has, with the same value', () => {
    const added = [...server.matchAll(/headers\.TryAdd\("([\w-]+)", ("([^"]*)"|\w+)\)/g)]
      .map(([, name, value, text]) => [name ?? '', text ?? constant(value ?? '')] as const)
      .filter(([name]) => name !== 'Cache-Control');
    expect(added.length).toBe(8);
    for (const [name, value] of added) {
      expect([name, config.globalHeaders[name]]).toEqual([name, value]);
    }
  });

  it('says HSTS, and how long pages are kept', () => {
    expect(config.globalHeaders['Strict-Transport-Security']).toBe('max-age=31536000');
    expect(config.globalHeaders['Cache-Control']).toBe('no-cache');
  });
});

describe('the static site', () => {
  const dist = mkdtempSync(join(tmpdir(), 'see360-site-'));
  const site = join(dist, 'site');

  beforeAll(async () => {
    for (const part of ['work', 'survey']) {
      const folder = join(root, 'web', part);
      await build({
        root: folder,
        configFile: join(folder, 'vite.config.ts'),
        logLevel: 'error',
        build: { outDir: join(dist, part), emptyOutDir: true },
      });
    }
    assemble(dist);
  }, 180_000);
  afterAll(() => rmSync(dist, { recursive: true }));

  const files = () =>
    (readdirSync(site, { recursive: true }) as string[])
      .map((name) => join(site, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => `/${relative(site, path)}`);

  /** What is answered: the first rule that matches, then the file, then the fallback. */
  function answer(path: string, method = 'GET') {
    const rule = config.routes.find(
      ({ route, methods }) => matches(route, path) && (!methods || methods.includes(method)),
    );
    const headers = { ...config.globalHeaders, ...rule?.headers };
    if (rule?.statusCode) {
      return { status: rule.statusCode, headers };
    }
    if (path.startsWith('/api/')) {
      return { status: 'api', headers };
    }
    const wanted = rule?.rewrite ?? (path.endsWith('/') ? `${path}index.html` : path);
    if (files().includes(wanted)) {
      return { status: method === 'GET' || method === 'HEAD' ? 200 : 405, file: wanted, headers };
    }
    return config.navigationFallback.exclude.some((pattern) => matches(pattern, path))
      ? { status: 404, headers }
      : { status: 200, file: config.navigationFallback.rewrite, headers };
  }

  it('serves every file that its pages ask for, and says which are kept for good', () => {
    for (const page of ['/index.html', '/survey.html']) {
      const asked = [...readFileSync(join(site, page), 'utf8').matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(
        ([, path]) => path ?? '',
      );
      expect(asked.length).toBeGreaterThan(1);
      for (const path of asked) {
        const { status, file, headers } = answer(path);
        expect([path, status, file]).toEqual([path, 200, path]);
        expect(headers['Cache-Control']).toBe(
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      }
    }
  });

  it('keeps for good only what has a hash in its name', () => {
    const kept = files().filter((path) => answer(path).headers['Cache-Control']?.includes('immutable'));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.filter((path) => !/-[A-Za-z0-9_-]{8}\.\w+$/.test(path))).toEqual([]);
  });

  it('answers survey and objection links with the survey page', () => {
    for (const path of [`/s/${token}`, `/w/${token}`]) {
      const { status, file, headers } = answer(path);
      expect([status, file, headers['Cache-Control'], headers['X-Robots-Tag']]).toEqual([
        200,
        '/survey.html',
        'no-cache',
        'noindex',
      ]);
    }
  });

  it('answers every other address with the work pages, as the local edition does', () => {
    for (const path of ['/', '/woche', '/teilnehmer/2026-W47', '/anmelden']) {
      expect(answer(path).file).toBe('/index.html');
    }
  });

  it('answers what looks like a file and is none with 404, never with a page', () => {
    for (const path of ['/assets/none-00000000.js', '/s/assets/none-00000000.css', '/robots.txt', '/wp-login.json']) {
      expect([path, answer(path).status]).toEqual([path, 404]);
    }
  });

  it('leaves the status of every answer alone: below /api a 404 has a body that the pages read', () => {
    expect(Object.keys(config)).not.toContain('responseOverrides');
  });

  it('leaves the API alone and offers no sign-in of its own', () => {
    expect(answer('/api/session').status).toBe('api');
    expect(answer('/api/unsubscribe/x', 'POST').status).toBe('api');
    expect(answer('/.auth/login/github').status).toBe(404);
    expect(answer('/.auth/me').status).toBe(404);
  });

  it('has the files of the local edition, unchanged but for the survey page', () => {
    for (const path of files()) {
      const source = path.startsWith('/s/assets/')
        ? join(dist, 'survey', path.slice(2))
        : path === '/index.html' || path.startsWith('/assets/')
          ? join(dist, 'work', path)
          : undefined;
      if (source) {
        expect(readFileSync(join(site, path)).equals(readFileSync(source))).toBe(true);
      }
    }
  });

  it('tells people without JavaScript how to reach the bank, in both languages and without inline code', () => {
    const page = readFileSync(join(site, 'survey.html'), 'utf8');
    const text = /<noscript>(.*?)<\/noscript>/s.exec(page)?.[1] ?? '';
    expect(text).toContain('Antworten Sie auf die E-Mail');
    expect(text).toContain('Keine Umfragen mehr');
    expect(text).toContain('reply to the mail');
    expect(page).not.toContain('<!--see360');
    expect(text).not.toContain('!');
    for (const file of ['survey.html', 'index.html']) {
      const html = readFileSync(join(site, file), 'utf8');
      expect([file, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/.test(html)]).toEqual([file, false]);
    }
  });

  it('refuses a survey page that has lost a place', () => {
    expect(() => staticSurvey('<noscript></noscript>', 'x')).toThrow('see360-noscript');
  });
});
