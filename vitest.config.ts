import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The source of the engine, so that tests need no build. A path, not a URL: it may have spaces and Cyrillic letters. */
const matching = fileURLToPath(new URL('packages/matching/src/index.ts', import.meta.url));

export default defineConfig({
  resolve: { alias: { 'nastavnik-matching': matching } },
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
