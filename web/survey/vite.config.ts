import { defineConfig } from 'vite';

export default defineConfig({
  // Everything of the customer's page lies below /s/, beside the links that customers get.
  base: '/s/',
  build: {
    outDir: '../dist/survey',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  server: { proxy: { '/api': 'http://localhost:5360' } },
});
