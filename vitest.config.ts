import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The source of the engine, so that tests need no build.
  resolve: { alias: { 'nastavnik-matching': new URL('./packages/matching/src/index.ts', import.meta.url).pathname } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'packages/*/{src,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/journeys/**'],
    pool: 'threads',
    globalSetup: ['test/postgres-setup.ts'],
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
