// `npm start`: installs and builds when needed, then runs the system under the project's own Node.
import { join } from 'node:path';
import { root, runWithOwnNode } from './node.mjs';
import { endWith, prepare } from './prepare.mjs';

/** npm ends its shell, and the shell forgets us: then end as if the signal had come here. */
const endWithNpm = () => {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
};

try {
  await prepare();
  endWithNpm();
  const env = { NODE_ENV: 'production', ...process.env };
  const main = join(root, 'dist', 'server', 'main.js');
  process.exit(await runWithOwnNode(['--enable-source-maps', main, ...process.argv.slice(2)], { env }));
} catch (error) {
  endWith(error);
}
