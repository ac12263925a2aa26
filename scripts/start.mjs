// `npm start`: installs and builds when needed, then runs the system under the project's own Node.
import { join } from 'node:path';
import { root, runWithOwnNode } from './node.mjs';
import { endWith, prepare } from './prepare.mjs';

try {
  await prepare();
  const env = { NODE_ENV: 'production', ...process.env };
  const main = join(root, 'dist', 'server', 'main.js');
  process.exit(await runWithOwnNode(['--enable-source-maps', main, ...process.argv.slice(2)], { env }));
} catch (error) {
  endWith(error);
}
