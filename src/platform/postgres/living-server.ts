import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';
import { type Cluster, databaseUser, systemIdentifier } from './cluster.ts';
import { hasCode, isGone, isPostgres } from './processes.ts';
import { databaseTexts } from './texts.ts';

export interface Server {
  readonly pid: number;
  readonly port: number;
}

/** `ready`: it is this cluster's server; `busy`: it starts, stops or recovers; `foreign`: it serves other data. */
export type Answer = 'ready' | 'busy' | 'silent' | 'foreign';

export const urlOf = (cluster: Cluster, port: number, database: string): string =>
  `postgresql://${databaseUser}:${cluster.password}@127.0.0.1:${port}/${database}`;

/** Asks whoever listens on the port which data it serves. */
export async function ask(cluster: Cluster, port: number): Promise<Answer> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string; id: string }>(
      `select current_setting('data_directory') as directory, system_identifier::text as id from pg_control_system()`,
    );
    const [found] = rows;
    const same = found?.id === (await systemIdentifier(cluster.directory));
    return same && (await isSameDirectory(found.directory, cluster.directory)) ? 'ready' : 'foreign';
  } catch (error) {
    if (hasCode(error, '57P03', '57P01', '57P02', '53300', 'ECONNRESET')) return 'busy';
    return hasCode(error, 'ECONNREFUSED') ? 'silent' : hasCode(error, '28P01', '28000') ? 'foreign' : 'busy';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The directory of a server that runs may have been moved; a copy of it, though, is another place. */
async function isSameDirectory(theirs: string, ours: string): Promise<boolean> {
  try {
    const [a, b] = [await stat(theirs, { bigint: true }), await stat(ours, { bigint: true })];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return true;
  }
}

/**
 * The server that already runs on this cluster (its launcher was killed), if any. A `postmaster.pid` that names no
 * such server is removed where PostgreSQL itself would stumble over it. Call it under the launch lock.
 */
export async function livingServer(cluster: Cluster, patience: number): Promise<Server | undefined> {
  const path = join(cluster.directory, 'postmaster.pid');
  const start = performance.now();
  for (;;) {
    const named = await readPidFile(path);
    if (named === 'none') return undefined;
    if (named === 'broken' || !(await isPostgres(named.pid))) return forget(path);
    const answer = named.port > 0 ? await ask(cluster, named.port) : 'silent';
    if (answer === 'ready') return named;
    if (answer === 'foreign') return forget(path);
    if (answer === 'silent' && !(await isOurs(named.pid, cluster.directory))) return forget(path);
    if (performance.now() - start > patience) throw new StartRefusal(databaseTexts.busyDirectory(named.pid));
    if (!(await isGone(named.pid, 100))) await pause(50);
  }
}

async function readPidFile(path: string): Promise<Server | 'none' | 'broken'> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return 'none';
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3] ?? 0)];
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number.isInteger(port) ? port : 0 } : 'broken';
}

/** PostgreSQL works inside its data directory; where the system does not show that, it is taken for ours. */
async function isOurs(pid: number, directory: string): Promise<boolean> {
  return process.platform === 'linux' ? isSameDirectory(`/proc/${pid}/cwd`, directory) : true;
}

/** Safe even when processes of a killed server still live: PostgreSQL knows them by their shared memory. */
async function forget(path: string): Promise<undefined> {
  await rm(path, { force: true });
  return undefined;
}
