import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabaseForThisTest } from '../../test/postgres.ts';
import { migrate } from './migrate.ts';

async function migrationsOf(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) await writeFile(join(directory, name), sql);
  return directory;
}

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const first = { '0001-plants.sql': 'create table plants (name text);' };
const second = { ...first, '0002-rose.sql': "insert into plants values ('rose');" };

test('migrations are applied in order, each once', async () => {
  const url = await freshDatabaseForThisTest('bare');

  expect(await migrate({ url, directory: await migrationsOf(first) })).toEqual(['0001-plants.sql']);
  const directory = await migrationsOf(second);
  expect(await migrate({ url, directory })).toEqual(['0002-rose.sql']);
  expect(await migrate({ url, directory })).toEqual([]);
  expect(await rowsOf(url, 'select name from plants')).toEqual([{ name: 'rose' }]);
});

test('four processes that migrate at once do the work once', async () => {
  const url = await freshDatabaseForThisTest('bare');
  const directory = await migrationsOf(second);

  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate({ url, directory })));

  expect(applied.flat().sort()).toEqual(['0001-plants.sql', '0002-rose.sql']);
  expect(await rowsOf(url, 'select name from plants')).toHaveLength(1);
});

test('a migration that fails leaves nothing of itself, and the ones before it stay', async () => {
  const url = await freshDatabaseForThisTest('bare');
  const broken = { ...first, '0002-broken.sql': "insert into plants values ('half'); select no_such_column;" };

  await expect(migrate({ url, directory: await migrationsOf(broken) })).rejects.toThrow('0002-broken.sql');

  expect(await rowsOf(url, 'select name from plants')).toEqual([]);
  expect(await migrate({ url, directory: await migrationsOf(second) })).toEqual(['0002-rose.sql']);
});

test('a migration that was changed after it was applied is refused', async () => {
  const url = await freshDatabaseForThisTest('bare');
  await migrate({ url, directory: await migrationsOf(first) });
  const changed = { '0001-plants.sql': 'create table plants (name text, height int);' };

  await expect(migrate({ url, directory: await migrationsOf(changed) })).rejects.toThrow('изменён');
});

test('line ends of Windows are no change', async () => {
  const url = await freshDatabaseForThisTest('bare');
  const text = 'create table plants (\n  name text\n);\n';
  await migrate({ url, directory: await migrationsOf({ '0001-plants.sql': text }) });

  const windows = await migrationsOf({ '0001-plants.sql': text.replaceAll('\n', '\r\n') });
  expect(await migrate({ url, directory: windows })).toEqual([]);
});

test('a database of a newer version is refused', async () => {
  const url = await freshDatabaseForThisTest('bare');
  await migrate({ url, directory: await migrationsOf(second) });

  await expect(migrate({ url, directory: await migrationsOf(first) })).rejects.toThrow('более новой версией');
});

test('a migration that slips in before an applied one is refused', async () => {
  const url = await freshDatabaseForThisTest('bare');
  const late = { '0001-plants.sql': 'select 1', '0003-trees.sql': 'select 1' };
  await migrate({ url, directory: await migrationsOf(late) });

  const slipped = await migrationsOf({ ...late, '0002-moss.sql': 'select 1' });
  await expect(migrate({ url, directory: slipped })).rejects.toThrow('0002-moss.sql');
});

test('two migrations with one number are refused', async () => {
  const url = await freshDatabaseForThisTest('bare');
  const twins = await migrationsOf({ '0001-a.sql': 'select 1', '0001-b.sql': 'select 1' });

  await expect(migrate({ url, directory: twins })).rejects.toThrow('0001-b.sql');
});
