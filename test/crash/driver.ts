import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const writer = fileURLToPath(new URL('writer.ts', import.meta.url));
const rowsOfMigration = 3_000;

/** The same numbers each time: a run that fails can be repeated. From 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const migrationName = (number: number): string => `${String(number).padStart(4, '0')}-slow.sql`;

/** Migrations that take a while, so that a kill can fall into one; each fills a table of its own. */
export async function slowMigrations(count: number): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'crash-migrations-'));
  for (let number = 1; number <= count; number += 1) {
    const first = number === 1 ? 'create table confirmed (n bigint generated always as identity primary key);' : '';
    await writeFile(
      join(directory, migrationName(number)),
      `${first} create table step_${number} (v int); insert into step_${number} select generate_series(1, ${rowsOfMigration / 2});
       select pg_sleep(0.1); insert into step_${number} select generate_series(1, ${rowsOfMigration / 2});`,
    );
  }
  return directory;
}

/** One run of the writer, from its start to its end. */
export class Run {
  readonly confirmed: number[] = [];
  readonly ended: Promise<number | null>;
  url = '';
  complaint = '';
  readonly #child: ChildProcess;
  #wakeUp: () => void = () => undefined;

  constructor(dataDir: string, directory: string, upTo: number) {
    const args = [writer, dataDir, directory, migrationName(upTo)];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.on('data', (text) => {
      this.complaint += text;
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [kind, value = ''] = line.split(' ');
      if (kind === 'ready') this.url = value;
      if (kind === 'confirmed') this.confirmed.push(Number(value));
      this.#wakeUp();
    });
    this.ended = new Promise((settle) => {
      child.on('close', (code) => {
        settle(code);
        this.#wakeUp();
      });
    });
  }

  /** Waits until this many rows are confirmed; throws what the process complained of when it ended before. */
  async confirms(count: number): Promise<void> {
    while (this.confirmed.length < count) {
      if (this.#child.exitCode !== null) throw new Error(`the writer ended: ${this.complaint}`);
      await new Promise<void>((settle) => {
        this.#wakeUp = settle;
      });
    }
  }

  async killApp(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  async endInPeace(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.ended;
  }
}

export async function serverPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || undefined;
}

export async function killDatabase(dataDir: string): Promise<void> {
  const pid = await serverPid(dataDir);
  try {
    if (pid) process.kill(pid, 'SIGKILL');
  } catch {
    // it was gone already
  }
}

/** The confirmed rows that are missing, and the migrations that are there in part. Both lists should be empty. */
export async function losses(url: string, confirmed: readonly number[], migrations: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ n: string }>('select n from confirmed');
    const present = new Set(found.rows.map(({ n }) => Number(n)));
    const broken: number[] = [];
    for (let number = 1; number <= migrations; number += 1) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from step_${number}`);
      if (rows[0]?.count !== rowsOfMigration) broken.push(number);
    }
    return { missing: confirmed.filter((n) => !present.has(n)), broken };
  } finally {
    await client.end();
  }
}

export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'данные после сбоя '));

/** Ends whatever still runs on this directory, then removes it. */
export async function clearAway(dataDir: string): Promise<void> {
  await killDatabase(dataDir);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
