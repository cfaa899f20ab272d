import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  publicDir: 'public',
  build: {
    outDir: '../dist/work',
    emptyOutDir: true,
    target: 'es2022',
    // Files of their own, never data: URLs, so that the Content-Security-Policy can stay `self`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:5360' } },
});
