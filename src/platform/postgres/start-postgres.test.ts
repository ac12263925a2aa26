import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../start-refusal.ts';
import { openDatabase, visitDatabase } from './open-database.ts';
import { type Postgres, startPostgres } from './start-postgres.ts';

const isRoot = process.getuid?.() === 0;

let made = '';

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'nastavnik-made-'));
  await (await startPostgres({ dataDir: made, log: silentLog })).stop();
});
afterAll(() => rm(made, { recursive: true, force: true }));

async function emptyHome(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'база данных '));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A data directory with a cluster in it: a copy, because making one anew takes a second. */
async function home(): Promise<string> {
  const path = await emptyHome();
  await cp(join(made, 'postgres'), join(path, 'postgres'), { recursive: true });
  return path;
}

async function start(dataDir: string): Promise<Postgres> {
  const server = await startPostgres({ dataDir, log: silentLog });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

const pidFile = (dataDir: string): string => join(dataDir, 'postgres', 'cluster', 'postmaster.pid');

test('the server knows Cyrillic letters, sorts ё after е and is careful with what it is given', async () => {
  const { url } = await start(await emptyHome());

  expect(
    await ask(
      url,
      `select lower('ЩЁ') = 'щё' as lower, 'Ёлкин' < 'Жуков' as sorts, 'Ёж' ilike 'ё%' as alike,
         current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
         current_setting('listen_addresses') as listens, current_setting('password_encryption') as password`,
    ),
  ).toEqual({
    lower: true,
    sorts: true,
    alike: true,
    encoding: 'UTF8',
    fsync: 'on',
    listens: '127.0.0.1',
    password: 'scram-sha-256',
  });
});

test('without the password nobody comes in, and only the owner can read it', async () => {
  const dataDir = await home();
  const { url } = await start(dataDir);

  await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
  expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o077).toBe(0);
});

test('a server that was left running is taken over, not started twice', async () => {
  const dataDir = await home();
  const first = await start(dataDir);

  const second = await startPostgres({ dataDir, log: silentLog });

  expect(second).toMatchObject({ pid: first.pid, port: first.port, adopted: true });
});

test.each([
  ['empty', ''],
  ['garbage', 'not a number\n'],
  ['a process that is not PostgreSQL', `${process.pid}\n/nowhere\n0\n1\n\n127.0.0.1\n1 1\nready\n`],
  ['a process that is gone', '4194000\n/nowhere\n0\n1\n\n127.0.0.1\n1 1\nready\n'],
])('a postmaster.pid left by a crash does not stop the start: %s', async (_, text) => {
  const dataDir = await home();
  await writeFile(pidFile(dataDir), text, { mode: 0o600 });

  const server = await start(dataDir);

  expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
});

test('a copy of a directory whose server runs gets a server of its own', async () => {
  const [original, copy] = [await home(), await emptyHome()];
  const first = await start(original);
  await ask(first.url, 'create table only_here ()');
  await cp(join(original, 'postgres'), join(copy, 'postgres'), { recursive: true, preserveTimestamps: true });

  const second = await start(copy);

  expect(second.pid).not.toBe(first.pid);
  expect(await readFile(pidFile(original), 'utf8')).toContain(String(first.pid));
});

test('remains of a killed first start are cleared away', async () => {
  const dataDir = await emptyHome();
  await cp(fileURLToPath(import.meta.url), join(dataDir, 'init-1', 'cluster', 'half'), { recursive: true });
  await writeFile(join(dataDir, 'launch.lock'), '4194000');

  await start(dataDir);

  await expect(stat(join(dataDir, 'init-1'))).rejects.toThrow('ENOENT');
});

test.runIf(isRoot)('root works in a folder that is closed to everyone else', async () => {
  const dataDir = await emptyHome();
  await chmod(dataDir, 0o700);

  const server = await start(dataDir);

  expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
});

test.runIf(isRoot)('root goes on with data that an ordinary user has made', async () => {
  const dataDir = await home();
  await promisify(execFile)('chown', ['-R', '12345:12345', join(dataDir, 'postgres')]);

  const server = await start(dataDir);

  expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
  expect((await stat(join(dataDir, 'postgres', 'cluster'))).uid).toBe(12_345);
});

test('a folder that cannot be made is refused in words', async () => {
  const file = join(await home(), 'file');
  await writeFile(file, '');

  await expect(startPostgres({ dataDir: join(file, 'data'), log: silentLog })).rejects.toThrow('DATA_DIR');
});

test('one who only visits neither disturbs the running system nor leaves a server behind', async () => {
  const dataDir = await home();
  const owner = await openDatabase({ dataDir }, silentLog);

  const visitor = await visitDatabase({ dataDir }, silentLog);
  await visitor.close();
  expect(await ask(owner.url, 'select 1 as one')).toEqual({ one: 1 });
  await owner.close();

  const alone = await visitDatabase({ dataDir }, silentLog);
  await alone.close();
  await expect(stat(pidFile(dataDir))).rejects.toThrow('ENOENT');
});
