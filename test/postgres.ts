import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** The test cluster, for tests that look after their databases themselves. */
export const testServer = (): string => inject('testServer');

/**
 * A database of one's own, migrated and empty: a copy of the template. Drop it in `afterAll`, after your pools are closed
 * (connections that are left are cut off). Pass 'bare' for one without any schema.
 */
export async function freshDatabase(kind: 'migrated' | 'bare' = 'migrated'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${kind === 'bare' ? 'template0' : 'migrated'} strategy file_copy`);
  return {
    url: testServer().replace(/[^/]*$/, name),
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  };
}

/** The same for a single test: dropped when the test is over. */
export async function freshDatabaseForThisTest(kind?: 'migrated' | 'bare'): Promise<string> {
  const database = await freshDatabase(kind);
  onTestFinished(() => database.drop());
  return database.url;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServer() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
