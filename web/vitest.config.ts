import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The tests live in tests/web, outside this package: what they import by name is looked up from here. */
const packagesFromHere: Plugin = {
  name: 'packages-from-here',
  enforce: 'pre',
  resolveId(source, importer) {
    const byName = /^[@a-z]/.test(source) && !source.startsWith('node:');
    if (byName && importer && !importer.startsWith(here)) {
      return this.resolve(source, `${here}package.json`, { skipSelf: true });
    }
    return null;
  },
};

export default defineConfig({
  plugins: [packagesFromHere],
  // Said here, too: the tests lie beside no tsconfig.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { fs: { allow: ['..'] } },
  test: {
    dir: fileURLToPath(new URL('../tests/web', import.meta.url)),
    include: ['**/*.test.{ts,tsx}'],
    // A test of a component names its environment in its first line: `// @vitest-environment happy-dom`.
    environment: 'node',
    // A limit, not a wait: axe over a whole page takes half a second here, and more than the usual five beside a build.
    testTimeout: 60_000,
  },
});
