import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { turboStyleHash } from './csp.ts';

test('the allowed hash is that of the sheet this Turbo writes', () => {
  const file = createRequire(import.meta.url)
    .resolve('@hotwired/turbo')
    .replace('umd', 'esm');
  const source =
    /static get defaultCSS\(\) \{\s+return unindent`\n([\s\S]*?)`/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const sheet = source
    .replaceAll(/\$\{ProgressBar\.animationDuration( \/ 2)?\}/g, (_all, half) => (half ? '150' : '300'))
    .split('\n')
    .map((line) => line.slice(6))
    .join('\n');
  expect(turboStyleHash).toBe(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
});
