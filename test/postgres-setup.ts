import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/migrate.ts';
import { isAlive, isPostgres } from '../src/platform/postgres/processes.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the test cluster's first database. Ask `freshDatabase` for one of your own. */
    readonly testServer: string;
  }
}

/** Losing a test database in a power cut is no loss. Nowhere else may fsync be off. */
const inAHurry = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  autovacuum: 'off',
};

const ours = 'nastavnik-test-of-';

/** Ends the clusters of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = Number(name.startsWith(ours) && name.slice(ours.length).split('-')[0]);
    if (!run || isAlive(run)) continue;
    const directory = join(tmpdir(), name);
    const text = await readFile(join(directory, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(text.split('\n')[0]);
    if (pid && (await isPostgres(pid))) process.kill(pid, 'SIGQUIT');
    await rm(directory, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

/** One cluster a run, with a template database that has been migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), `${ours}${process.pid}-`));
  const server = await startPostgres({ dataDir, log: silentLog, settings: inAHurry });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database migrated');
  await client.end();
  await migrate({ url: server.url.replace(/[^/]*$/, 'migrated') });
  await openStories(server.url);
  project.provide('testServer', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The database that stories share: each works in a transaction that is rolled back. */
async function openStories(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create database stories template migrated');
  await client.end();
}
