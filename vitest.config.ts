import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** The source of the engine, so that tests need no build. A path, not a URL: it may have spaces and Cyrillic letters. */
const matching = fileURLToPath(new URL('packages/matching/src/index.ts', import.meta.url));

export default defineConfig({
  resolve: { alias: { 'nastavnik-matching': matching } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'packages/*/{src,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/journeys/**'],
    pool: 'threads',
    // Tests wait for PostgreSQL, for locks and for processes that are killed: on two cores, one worker leaves half of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/postgres-setup.ts'],
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
