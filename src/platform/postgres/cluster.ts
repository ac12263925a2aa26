import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefusal } from '../start-refusal.ts';
import type { Binaries } from './binaries.ts';
import { databaseTexts } from './texts.ts';
import { chooseRunAs, giveTo, type RunAs } from './unprivileged.ts';

const run = promisify(execFile);
const ourMajor = '18';

/** What lies in `<data>/postgres`: the cluster and the password of its only user. */
export interface Cluster {
  readonly directory: string;
  readonly password: string;
  readonly runAs: RunAs;
}

export const databaseUser = 'nastavnik';

/** The cluster of this data directory; made when there is none. Call it under the launch lock. */
export async function openCluster(dataDir: string, programs: Binaries): Promise<Cluster> {
  const home = join(dataDir, 'postgres');
  await removeUnfinished(dataDir);
  if (!existsSync(home)) await createCluster(dataDir, home, programs);
  const runAs = await chooseRunAs(home, programs.postgres);
  await giveTo(runAs, home);
  const directory = join(home, 'cluster');
  const major = (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  if (major !== ourMajor) throw new StartRefusal(databaseTexts.otherMajor(major, ourMajor));
  return { directory, password: await readFile(join(home, 'password'), 'utf8'), runAs };
}

/** Made aside and renamed when complete: a killed first start leaves no half-made cluster. */
async function createCluster(dataDir: string, home: string, programs: Binaries): Promise<void> {
  const aside = join(dataDir, `init-${process.pid}`);
  await mkdir(aside, { mode: 0o700 });
  const passwordFile = join(aside, 'password');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  const runAs = await chooseRunAs(aside, programs.postgres);
  await giveTo(runAs, aside);
  const [command, ...args] = [...runAs.prefix, programs.initdb, ...initOptions(aside, passwordFile, programs.share)];
  try {
    await run(command ?? programs.initdb, args, { ...runAs.ids, cwd: aside, env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    const why = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new StartRefusal(databaseTexts.initFailed(why.trim()));
  }
  await rename(aside, home);
  await syncDirectory(dataDir);
}

/** ICU sorts Cyrillic and ё rightly; lc_ctype must know Cyrillic letters too, for lower() and full text search. */
const initOptions = (aside: string, passwordFile: string, share: string | undefined): string[] => [
  ...(share ? ['-L', share] : []),
  ...['-D', join(aside, 'cluster'), '-U', databaseUser, `--pwfile=${passwordFile}`],
  ...['-A', 'scram-sha-256', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=ru', '--locale=C'],
  `--lc-ctype=${process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'ru-RU'}`,
];

/** What a killed first start left; its initdb may still be writing there, then the next start removes the rest. */
async function removeUnfinished(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith('init-'));
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };
  await Promise.all(names.map((name) => rm(join(dataDir, name), options).catch(() => undefined)));
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return; // directories cannot be opened there
  const directory = await open(path, 'r');
  await directory.sync();
  await directory.close();
}

/** The number that PostgreSQL gave this cluster when it was made: the first eight bytes of its control file. */
export async function systemIdentifier(directory: string): Promise<string> {
  const control = await readFile(join(directory, 'global', 'pg_control'));
  return control.readBigUInt64LE(0).toString();
}
