import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../web/survey', import.meta.url));
const kilobyte = 1024;

/** HTML, style, script and survey together have 25 KB over the wire. The survey has 10 of them
 * (ResponsesApiTests: Survey_EveryReadySet_…), the page has 15. */
describe('the survey page over the wire', () => {
  const out = mkdtempSync(join(tmpdir(), 'see360-survey-'));

  beforeAll(
    () =>
      build({
        root,
        configFile: join(root, 'vite.config.ts'),
        logLevel: 'error',
        build: { outDir: out, emptyOutDir: true },
      }),
    120_000,
  );
  afterAll(() => rmSync(out, { recursive: true }));

  const files = () => ['index.html', ...readdirSync(join(out, 'assets')).map((name) => join('assets', name))];
  const html = () => readFileSync(join(out, 'index.html'), 'utf8');

  it('is one page, one script and one style sheet of at most 15 KB compressed', () => {
    expect(files().length).toBe(3);
    const bytes = files().map((file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(15 * kilobyte);
  });

  it('has no code and no style in the page, and nothing from elsewhere', () => {
    expect(html()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/);
  });

  it('has the places that the server fills', () => {
    expect(html()).toContain('<!--see360-survey-->');
    expect(html()).toMatch(/<noscript>.*<!--see360-noscript-->.*<\/noscript>/s);
  });

  it('keeps nothing in the browser', () => {
    const script = files()
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(out, file), 'utf8'))
      .join();
    expect(script).not.toMatch(/document\.cookie|localStorage|sessionStorage|indexedDB|innerHTML|sendBeacon/);
  });
});
