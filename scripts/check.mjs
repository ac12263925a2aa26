// `npm run check`: format and lint, types, house rules, schema against its description, dead code. Changes nothing.
import { join } from 'node:path';
import { root, runWithOwnNode } from './node.mjs';

const tool = (path) => join(root, 'node_modules', path);

const checks = [
  ['Формат и правила', [tool('@biomejs/biome/bin/biome'), 'check', '.']],
  ['Типы', [tool('typescript/bin/tsc'), '--noEmit']],
  [
    'Устройство дома, таблицы и README',
    [tool('vitest/vitest.mjs'), 'run', 'test/house.test.ts', 'test/schema.test.ts', 'test/readme.test.ts'],
  ],
  ['Лишний код', [tool('knip/bin/knip.js'), '--no-progress']],
];

const failed = [];
for (const [name, args] of checks) {
  console.log(`\n— ${name}`);
  if ((await runWithOwnNode(args, { cwd: root })) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nПроверки пройдены.' : `\nНе пройдено: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
