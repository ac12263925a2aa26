import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabaseForThisTest } from '../../../test/postgres.ts';
import { silentLog } from '../start-refusal.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const scan = Buffer.from('scan of a signed consent');
const sha256 = createHash('sha256').update(scan).digest('hex');

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'копия '));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** A college whose values are hard on CSV, with a circle of references and one uploaded file. */
async function college(url: string, filesDir: string): Promise<void> {
  const id = randomUUID();
  const person = randomUUID();
  await ask(
    url,
    `insert into colleges (id, full_name, short_name, contacts, founder, current_year, setup)
     values ($1, $2, 'КТ', '', E'a\\tb\\\\N', 2026, '{"a": "\\u00ab"}')`,
    [id, 'Колледж «Ёлка», "строка"\nвторая'],
  );
  await ask(
    url,
    `insert into persons (college_id, id, kind, last_name, first_name) values ($1, $2, 'staff', 'Ёжиков', 'Пётр')`,
    [id, person],
  );
  await ask(url, 'update colleges set director_id = $1', [person]);
  await ask(
    url,
    `insert into journal (college_id, actor_name, action, subject_kind)
     select $1, 'Вера', 'row ' || n, 'college' from generate_series(1, 3000) as n`,
    [id],
  );
  await ask(
    url,
    `insert into files (college_id, sha256, size, media_type, name) values ($1, $2, $3, 'application/pdf', 'скан.pdf')`,
    [id, sha256, scan.length],
  );
  const path = join(filesDir, id, sha256.slice(0, 2), sha256);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, scan);
  await writeFile(`${path}.${randomUUID()}`, 'half a fi');
}

async function everything(url: string): Promise<unknown> {
  const tables = ['colleges', 'persons', 'journal', 'files'];
  return Promise.all(tables.map((table) => ask(url, `select to_jsonb(t) as row from ${table} as t order by t::text`)));
}

async function backedUp(): Promise<{ url: string; filesDir: string; archive: string }> {
  const [url, home] = [await freshDatabaseForThisTest(), await folder()];
  const filesDir = join(home, 'files');
  await college(url, filesDir);
  const archive = join(home, 'копия.zip');
  const totals = await backup({ url, filesDir, out: archive });
  expect(totals).toMatchObject({ rows: 3003, files: 1 });
  return { url, filesDir, archive };
}

test('a backup restored into an empty database gives every row and every file back', async () => {
  const { url, archive } = await backedUp();
  const [empty, files] = [await freshDatabaseForThisTest('bare'), await folder()];

  await restore({ url: empty, filesDir: files, from: archive, log: silentLog });

  expect(await everything(empty)).toEqual(await everything(url));
  const [row] = await ask<{ id: string }>(empty, 'select id from colleges');
  expect(await readFile(join(files, row?.id ?? '', sha256.slice(0, 2), sha256))).toEqual(scan);
});

test('after a restore numbering goes on, and foreign keys and triggers stand as before', async () => {
  const { archive } = await backedUp();
  const [empty, files] = [await freshDatabaseForThisTest(), await folder()];
  await restore({ url: empty, filesDir: files, from: archive, log: silentLog });

  const [next] = await ask<{ id: string }>(
    empty,
    `insert into journal (college_id, actor_name, action, subject_kind)
     select id, 'Вера', 'next', 'college' from colleges returning id`,
  );

  expect(next?.id).toBe('3001');
  await expect(ask(empty, `delete from journal`)).rejects.toThrow('never edited');
  await expect(ask(empty, 'delete from colleges')).rejects.toThrow('foreign key');
});

test('the backup shows one moment, however much is written meanwhile', async () => {
  const [url, home] = [await freshDatabaseForThisTest(), await folder()];
  await college(url, join(home, 'files'));
  let going = true;
  const writer = (async () => {
    while (going) {
      await ask(
        url,
        `with one as (insert into norms (college_id, kind, code, label)
           select id, 'topic', 'n' || floor(random() * 1e15)::text, 'Тема' from colleges returning college_id)
         insert into journal (college_id, actor_name, action, subject_kind)
           select college_id, 'Вера', 'norm', 'norm' from one`,
      );
    }
  })();
  const archive = join(home, 'copy.zip');
  await backup({ url, filesDir: join(home, 'files'), out: archive });
  going = false;
  await writer;
  const empty = await freshDatabaseForThisTest('bare');

  await restore({ url: empty, filesDir: join(home, 'again'), from: archive, log: silentLog });

  const [sums] = await ask(
    empty,
    `select (select count(*) from norms) = (select count(*) from journal where action = 'norm') as equal`,
  );
  expect(sums).toEqual({ equal: true });
});

test('a database with rows in it is refused and stays as it was', async () => {
  const { url, filesDir, archive } = await backedUp();
  const before = await everything(url);

  await expect(restore({ url, filesDir, from: archive, log: silentLog })).rejects.toThrow('только в пустую');

  expect(await everything(url)).toEqual(before);
});

test('an archive with one changed byte is refused before anything is written', async () => {
  const { archive } = await backedUp();
  const bytes = await readFile(archive);
  const place = Math.floor(bytes.length / 3);
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  await writeFile(archive, bytes);
  const [empty, files] = [await freshDatabaseForThisTest('bare'), await folder()];

  await expect(restore({ url: empty, filesDir: files, from: archive, log: silentLog })).rejects.toThrow('повреждена');

  expect(await ask(empty, `select from pg_namespace where nspname = 'platform'`)).toEqual([]);
});

test('an archive that was cut short, or is something else, is refused with words', async () => {
  const { archive } = await backedUp();
  const [url, home] = [await freshDatabaseForThisTest('bare'), await folder()];
  const cut = join(home, 'cut.zip');
  await copyFile(archive, cut);
  await truncate(cut, 2_000);
  const photo = join(home, 'photo.zip');
  await writeFile(photo, 'not an archive at all');

  const attempt = (from: string) => restore({ url, filesDir: home, from, log: silentLog });
  await expect(attempt(cut)).rejects.toThrow('обрезан');
  await expect(attempt(photo)).rejects.toThrow('не резервная копия');
  await expect(attempt(join(home, 'nowhere.zip'))).rejects.toThrow('нет или его нельзя прочитать');
});

test('a backup that fails leaves no file behind', async () => {
  const home = await folder();
  const bare = await freshDatabaseForThisTest('bare');

  await expect(backup({ url: bare, filesDir: home, out: join(home, 'copy.zip') })).rejects.toThrow();

  await expect(readFile(join(home, 'copy.zip'))).rejects.toThrow('ENOENT');
  await expect(readFile(join(home, 'copy.zip.part'))).rejects.toThrow('ENOENT');
});
