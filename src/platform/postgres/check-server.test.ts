import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabaseForThisTest, testServer } from '../../../test/postgres.ts';
import { checkServer } from './check-server.ts';

async function run(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testServer() });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function databaseWith(options: string): Promise<string> {
  const name = `checked_${Math.random().toString(36).slice(2)}`;
  await run(`create database ${name} template template0 ${options}`);
  onTestFinished(() => run(`drop database ${name} with (force)`));
  return testServer().replace(/[^/]*$/, name);
}

test('a database in UTF8 that knows Cyrillic letters will do', async () => {
  await checkServer(await freshDatabaseForThisTest('bare'));
});

test('another encoding is refused', async () => {
  const url = await databaseWith("encoding 'KOI8R' locale_provider libc locale 'C'");

  await expect(checkServer(url)).rejects.toThrow('нужна UTF8');
});

test('a locale that cannot tell small Cyrillic letters from capitals is refused', async () => {
  const url = await databaseWith("encoding 'UTF8' locale_provider libc locale 'C'");

  await expect(checkServer(url)).rejects.toThrow('lc_ctype = C');
});

test('a user who may not add the extensions is told what to ask for', async () => {
  const url = await databaseWith('');
  const name = `visitor_${Math.random().toString(36).slice(2)}`;
  await run(`create role ${name} login password 'secret'`);
  onTestFinished(() => run(`drop role ${name}`));
  const visitor = url.replace(/\/\/[^@]*@/, `//${name}:secret@`);

  await expect(checkServer(visitor)).rejects.toThrow('CREATE EXTENSION btree_gist');
});

test('a wrong password, a missing database and a silent server are told apart, without the password', async () => {
  const url = new URL(testServer());
  url.password = 'tajna';
  await expect(checkServer(url.href)).rejects.toThrow(/не принял имя или пароль(?!.*tajna)/);
  await expect(checkServer(testServer().replace(/[^/]*$/, 'no_such'))).rejects.toThrow('нет базы данных');
  await expect(checkServer('postgresql://a:tajna@127.0.0.1:1/b')).rejects.toThrow(/не отвечает(?!.*tajna)/);
});
