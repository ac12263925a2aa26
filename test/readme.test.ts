import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environmentTable } from '../src/platform/environment.ts';

/** Rows of the README's table of settings: | `PORT` | `3000` | what it is | */
const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| *`([A-Z_]+)` *\|([^|]*)\|/gm)];

test('the README lists every setting with its usual value, and no other', () => {
  const told = rows.map(([, name, value = '']) => ({
    name,
    value: value
      .replaceAll('`', '')
      .trim()
      .replace(/^[—–-]$/, ''),
  }));

  expect(told).toEqual(environmentTable());
});
