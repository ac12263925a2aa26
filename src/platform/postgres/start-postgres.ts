import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, stat, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type StartLog, StartRefusal } from '../start-refusal.ts';
import { type Binaries, binaries } from './binaries.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { whileLaunching } from './launch-lock.ts';
import { ask, livingServer, type Server, urlOf } from './living-server.ts';
import { hasCode, isGone } from './processes.ts';
import { databaseTexts } from './texts.ts';

export interface PostgresOptions {
  /** Everything lies in `<dataDir>/postgres`; made when missing. */
  readonly dataDir: string;
  readonly log: StartLog;
  /** Server settings over the usual ones; only the tests need them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Tried first: a server that is started again keeps its address. */
  readonly port?: number;
}

export interface Postgres {
  /** Of the system's own database, with its password. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** It ran before: another instance may be using it. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

const databaseName = 'nastavnik';
const largestLog = 5_000_000;

/** Statements and values stay out of the log: they hold personal data. */
const usualSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/**
 * Starts the embedded PostgreSQL of this data directory, or takes over the one that a killed launcher left running.
 *
 * The server outlives this process when that is killed. Throws StartRefusal in words for the person who starts it.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = resolve(options.dataDir);
  await makeWritable(dataDir);
  const programs = await binaries();
  return whileLaunching(dataDir, async () => {
    const cluster = await openCluster(dataDir, programs);
    const living = await livingServer(cluster, 60_000);
    const server = living ?? (await launch(cluster, programs, join(dataDir, 'postgres.log'), options));
    await createDatabase(cluster, server.port);
    return {
      url: urlOf(cluster, server.port, databaseName),
      ...server,
      adopted: living !== undefined,
      stop: () => stop(server.pid, cluster, programs),
    };
  });
}

async function makeWritable(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK);
  } catch (error) {
    throw new StartRefusal(databaseTexts.notWritable(dataDir), { cause: error });
  }
}

/** A server killed a moment ago leaves processes and shared memory behind for a while: then it is tried again. */
async function launch(cluster: Cluster, programs: Binaries, log: string, options: PostgresOptions): Promise<Server> {
  const passing = /pre-existing shared memory|lock file .* already exists|could not bind|could not create any TCP/i;
  const start = performance.now();
  let port = options.port ?? (await freePort());
  for (;;) {
    const attempt = await attemptLaunch(cluster, programs, log, port, options);
    if ('pid' in attempt) return attempt;
    if (!passing.test(attempt.complaint) || performance.now() - start > 30_000) {
      throw new StartRefusal(databaseTexts.startFailed(log, attempt.complaint.trim().slice(-2_000)));
    }
    await pause(200);
    const left = await livingServer(cluster, 30_000);
    if (left) return left;
    if (options.port === undefined) port = await freePort();
  }
}

async function attemptLaunch(
  cluster: Cluster,
  programs: Binaries,
  log: string,
  port: number,
  { settings, log: say }: PostgresOptions,
): Promise<Server | { complaint: string }> {
  const before = await logSize(log);
  const child = await spawnServer(cluster, programs, log, [
    ...['-D', cluster.directory, '-p', String(port)],
    ...Object.entries({ ...usualSettings, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const start = performance.now();
  let told = false;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      return { complaint: (await readFile(log)).subarray(before).toString('utf8') };
    }
    const answer = await ask(cluster, port);
    const pid = answer === 'ready' ? await pidIn(cluster.directory) : undefined;
    if (pid) return { pid, port };
    if (answer === 'busy' && !told && performance.now() - start > 3_000) {
      say.info(databaseTexts.recovering);
      told = true;
    }
    await pause(20);
  }
}

/** Its own process group: Ctrl+C in the terminal ends the system first, and the system ends the server. */
async function spawnServer(cluster: Cluster, programs: Binaries, log: string, args: string[]): Promise<ChildProcess> {
  const [command, ...rest] = [...cluster.runAs.prefix, programs.postgres, ...args];
  const file = await open(log, 'a', 0o600);
  const child = spawn(command ?? programs.postgres, rest, {
    ...cluster.runAs.ids,
    cwd: cluster.directory,
    env: { ...process.env, LC_ALL: undefined, PGDATA: undefined, PGPORT: undefined },
    detached: true,
    windowsHide: true,
    stdio: ['ignore', file.fd, file.fd],
  });
  await new Promise((done, fail) => child.once('spawn', done).once('error', fail));
  await file.close();
  child.unref();
  return child;
}

async function pidIn(directory: string): Promise<number | undefined> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || undefined;
}

async function logSize(log: string): Promise<number> {
  const size = await stat(log).then(
    (file) => file.size,
    () => 0,
  );
  if (size > largestLog) await truncate(log);
  return size > largestLog ? 0 : size;
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (error) {
    if (!hasCode(error, '42P04')) throw error;
  } finally {
    await client.end();
  }
}

/** Fast shutdown: open transactions are rolled back, everything confirmed is on the disk. */
async function stop(pid: number, cluster: Cluster, programs: Binaries): Promise<void> {
  const fast = process.platform === 'win32' ? viaPgCtl(cluster, programs) : () => process.kill(pid, 'SIGINT');
  try {
    await fast();
    if (await isGone(pid, 60_000)) return;
    process.kill(pid, 'SIGQUIT');
    await isGone(pid, 10_000);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

const viaPgCtl = (cluster: Cluster, programs: Binaries) => () =>
  promisify(execFile)(programs.pgCtl, ['stop', '-D', cluster.directory, '-m', 'fast', '-W']);
