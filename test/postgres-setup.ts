import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/migrate.ts';
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

/** One cluster a run, with a template database that has been migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-test-'));
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
