import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const root = fileURLToPath(new URL('../../../web/work', import.meta.url));
const kilobyte = 1000;

/** The first load: the page, and what is fetched right after it while nobody waits (App: fetchAhead), the library of the
 * charts with it. Whatever is opened later is small. */
describe("the staff's pages over the wire", () => {
  let files: (Rollup.OutputChunk | Rollup.OutputAsset)[] = [];
  beforeAll(async () => {
    // The tests run as `test`; what is delivered is without the warnings for developers.
    vi.stubEnv('NODE_ENV', 'production');
    const built = await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { write: false },
    });
    vi.unstubAllEnvs();
    files = (built as Rollup.RollupOutput).output;
  }, 120_000);

  const chunks = () => files.filter((file) => file.type === 'chunk');
  const size = (file: Rollup.OutputChunk | Rollup.OutputAsset) =>
    gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length;
  /** A file and all that it can't run without. */
  const withImports = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const each of chunks().find((chunk) => chunk.fileName === name)?.imports ?? []) withImports(each, seen);
    return seen;
  };
  const chunk = (part: string) => {
    const found = chunks().find((each) => each.facadeModuleId?.endsWith(part));
    if (!found) throw new Error(`No file for ${part}.`);
    return found.fileName;
  };
  /** The texts of the results come in one language: the larger one is counted. */
  const texts = () => ['de', 'en'].map((language) => chunk(`texts/${language}/viewTexts.ts`));
  const first = () =>
    new Set(
      ['index.html', 'results/ResultsPages.tsx', 'charts/engine.ts'].flatMap((part) => [...withImports(chunk(part))]),
    );

  it('have a first load of at most 250 KB (250,000 bytes) compressed, with all results and the library of the charts', () => {
    const assets = files.filter((file) => file.type === 'asset' && /\.(css|html)$/.test(file.fileName));
    const scripts = chunks().filter((each) => first().has(each.fileName));
    const language = Math.max(
      ...texts().map((name) =>
        chunks()
          .filter((each) => withImports(name).has(each.fileName) && !first().has(each.fileName))
          .reduce((sum, file) => sum + size(file), 0),
      ),
    );
    const bytes = language + [...assets, ...scripts].reduce((sum, file) => sum + size(file), 0);
    expect(bytes).toBeLessThanOrEqual(250 * kilobyte);
  });

  it('can be used after less than 80 KB of script: the library of the charts keeps nobody waiting', () => {
    const entry = withImports(chunk('index.html'));
    expect(entry).not.toContain(chunk('charts/engine.ts'));
    const bytes = chunks()
      .filter((each) => entry.has(each.fileName))
      .reduce((sum, file) => sum + size(file), 0);
    expect(bytes).toBeLessThanOrEqual(80 * kilobyte);
  });

  it('open every later view with less than 60 KB', () => {
    for (const each of chunks().filter((file) => file.isDynamicEntry && !first().has(file.fileName))) {
      const further = [...withImports(each.fileName)].filter((name) => !first().has(name));
      const bytes = chunks()
        .filter((file) => further.includes(file.fileName))
        .reduce((sum, file) => sum + size(file), 0);
      expect(bytes, each.fileName).toBeLessThan(60 * kilobyte);
    }
  });

  it('take the library of the charts from one module alone', () => {
    const users = chunks().filter((each) =>
      Object.keys(each.modules).some((id) => id.includes('node_modules/echarts/')),
    );
    expect(users.map((each) => each.fileName)).toEqual([chunk('charts/engine.ts')]);
  });
});
