// `npm run dev`: rebuilds and restarts on every change of the sources.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildClient, buildServer } from './build.mjs';
import { root } from './node.mjs';

const main = join(root, 'dist', 'server', 'main.js');
const env = { NODE_ENV: 'development', ...process.env };
let child;
let busy = false;
let again = false;

const stop = () =>
  new Promise((done) => {
    if (!child || child.exitCode !== null) return done();
    child.once('exit', done);
    child.kill('SIGTERM');
  });

const round = async () => {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    await Promise.all([buildServer(), buildClient()]);
    await stop();
    child = spawn(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
      stdio: 'inherit',
      env,
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  busy = false;
  if (again) {
    again = false;
    await round();
  }
};

let timer;
watch(join(root, 'src'), { recursive: true }, (_, name) => {
  if (name?.endsWith('.test.ts')) return;
  clearTimeout(timer);
  timer = setTimeout(round, 80);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop().then(() => process.exit(0)));
await round();
