// `npm run nastavnik -- <command>`: the system's command line under the project's own Node.
import { join } from 'node:path';
import { root, runWithOwnNode } from './node.mjs';
import { endWith, prepare } from './prepare.mjs';

try {
  await prepare();
  const env = { NODE_ENV: 'production', ...process.env };
  process.exit(await runWithOwnNode([join(root, 'dist', 'server', 'cli.js'), ...process.argv.slice(2)], { env }));
} catch (error) {
  endWith(error);
}
