// Makes a checkout ready to run: installs and builds what is missing or old. Any Node ≥ 18; progress goes to stderr.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownNode, root } from './node.mjs';

const modules = join(root, 'node_modules');
const installStamp = join(modules, '.nastavnik-install');
const buildStamp = join(root, 'dist', 'stamp');

export class Refusal extends Error {}

/** Prints a refusal as words, anything else as it is, and ends the process. */
export const endWith = (error) => {
  console.error(error instanceof Refusal ? `\n${error.message}` : error);
  process.exit(1);
};

const say = (text) => console.error(text);

export const prepare = async () => {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Refusal(`Нужен Node 18 или новее, а запущен ${process.versions.node}. Возьмите его на nodejs.org.`);
  }
  await installIfNeeded();
  await buildIfNeeded();
};

export const installIfNeeded = async () => {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
  if (textOf(installStamp) === wanted) return;
  if (!isInstalled(JSON.parse(lock.toString('utf8')))) await install();
  if (!ownNode()) throw new Refusal('Нет Node 24 для этой машины. Установите Node 24 с nodejs.org и повторите.');
  writeFileSync(installStamp, wanted);
};

/** npm's own note of what it has installed is compared with the lock, so that an install by hand is not repeated. */
const isInstalled = (lock) => {
  const note = textOf(join(modules, '.package-lock.json'));
  if (note === undefined) return false;
  const installed = JSON.parse(note).packages;
  const fits = (list, own) => !list || list.includes(own) || (list[0].startsWith('!') && !list.includes(`!${own}`));
  return Object.entries(lock.packages).every(([path, { version, optional, os, cpu, libc }]) => {
    if (path === '' || (path in installed && installed[path].version === version)) return true;
    if (!optional) return false;
    // Of another machine, or for another C library: npm tells the libc apart, here it is not known.
    return !fits(os, process.platform) || !fits(cpu, process.arch) || libc !== undefined || !os;
  });
};

const install = async () => {
  say('Устанавливаю нужные пакеты, это занимает до нескольких минут…');
  // Not `npm ci`: it refuses a lock in which binaries for other systems are missing, which is how npm often writes it.
  const options = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--include=optional',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ];
  const [command, args, shell] = npm();
  const { code, text } = await listen(command, [...args, ...options, '--loglevel=error'], { cwd: root, shell });
  if (code === 0) return;
  if (code === undefined) throw new Refusal('Не найден npm. Установите Node вместе с npm с nodejs.org и повторите.');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|network/i.test(text)) {
    throw new Refusal('Нет связи с хранилищем пакетов npm. Проверьте интернет (или прокси в .npmrc) и повторите.');
  }
  if (/EACCES|EPERM|EROFS/.test(text)) throw new Refusal(`Нет права записи в папку ${root}. Дайте его и повторите.`);
  if (/ENOSPC/.test(text)) throw new Refusal('На диске кончилось место. Нужно около 1 ГБ.');
  throw new Refusal(`Установить пакеты не удалось (npm install, код ${code}). Сообщение npm — выше.`);
};

/** npm that started us, else the one beside this Node, else whatever is called npm. */
const npm = () => {
  const beside = [
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const started = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.env.npm_execpath] : [];
  const script = [...started, ...beside].find((path) => existsSync(path));
  return script ? [process.execPath, [script], false] : ['npm', [], process.platform === 'win32'];
};

const listen = (command, args, options) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const hear = (chunk) => {
      text += chunk;
      process.stderr.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', () => resolve({ code: undefined, text }));
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });

export const buildIfNeeded = async () => {
  const wanted = sourcesStamp();
  if (textOf(buildStamp) === wanted) return;
  say('Собираю программу…');
  const { code } = await listen(ownNode(), [join(root, 'scripts', 'build.mjs')], { cwd: root });
  if (code !== 0) throw new Refusal('Собрать программу не удалось. Причина — выше.');
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, wanted);
};

const buildInputs = ['src', 'migrations', 'packages', 'package-lock.json', 'tsconfig.json', 'scripts/build.mjs'];
const notInputs = new Set(['node_modules', 'dist', 'test', 'bench']);

/** Quick, not exact: names, sizes and times of change. */
const sourcesStamp = () => {
  const hash = createHash('sha256');
  const add = (path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) {
      if (!/\.test\.tsx?$/.test(path)) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(join(root, path)).sort()) if (!notInputs.has(name)) add(`${path}/${name}`);
  };
  buildInputs.forEach(add);
  return hash.digest('hex');
};

const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
