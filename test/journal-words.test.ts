import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { journalWords } from '../src/app/journal-words.ts';

/** «noun.verb» in each call of `record`, both sides of a choice included. */
const recordedIn = (source: string): string[] =>
  [...source.matchAll(/\brecord\([^;]*;/g)].flatMap(([call]) =>
    [...call.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].flatMap(([, action]) => action ?? []),
  );

test('every action that is recorded has Russian words for the journal’s readers', () => {
  const recorded = globSync('src/**/*.{ts,tsx}')
    .filter((path) => !path.includes('.test.'))
    .flatMap((path) => recordedIn(readFileSync(path, 'utf8')));

  expect(recorded.length).toBeGreaterThan(30);
  expect([...new Set(recorded)].filter((action) => !(action in journalWords))).toEqual([]);
});
