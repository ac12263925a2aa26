// Finds a browser of the Chromium family for the journeys, and gets one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './node.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const known = () => {
  const programs = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  return {
    linux: (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: programs
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
  }[process.platform];
};

const playwrights = () => {
  const cache = {
    linux: join(homedir(), '.cache', 'ms-playwright'),
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }[process.platform];
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || cache;
  if (!folder || !existsSync(folder)) return [];
  const programs = 'chromium-*/chrome-*/{chrome,chrome.exe,*.app/Contents/MacOS/*}';
  return globSync(programs, { cwd: folder })
    .sort()
    .reverse()
    .map((path) => join(folder, path));
};

const find = () =>
  [process.env.CHROMIUM, ...(known() ?? []), ...playwrights()].find((path) => path && existsSync(path));

const run = (command, ...args) => spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;

const installFromDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  return (
    run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  );
};

/** Path of a browser; undefined when there is none and none could be got. */
export const chromium = () => {
  const found = find();
  if (found) return found;
  console.error('Браузер для проверки страниц не найден, устанавливаю Chromium…');
  if (installFromDebian()) return find();
  run(process.execPath, join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium');
  return find();
};
