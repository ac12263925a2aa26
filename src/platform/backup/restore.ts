import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, migrationsDirectory, readMigrations } from '../migrate.ts';
import { type StartLog, StartRefusal } from '../start-refusal.ts';
import { backupTexts } from '../texts.ts';
import { type Archive, openArchive } from './archive.ts';
import type { BackupTotals } from './backup.ts';
import { fileEntry, type Manifest } from './manifest.ts';
import { ownTables, quoted } from './own-tables.ts';

interface RestoreOptions {
  readonly url: string;
  readonly filesDir: string;
  /** Path of the archive. */
  readonly from: string;
  readonly log: StartLog;
}

/**
 * Fills an empty installation from an archive: the schema it was made of, the files, all rows in one transaction, then
 * the newer migrations. Stopped at any moment it may simply be run again. Needs no rights but the owner's.
 *
 * Throws StartRefusal, with nothing written, for a damaged or newer archive and for a database that holds rows.
 */
export async function restore({ url, filesDir, from, log }: RestoreOptions): Promise<BackupTotals> {
  const archive = await openArchive(from);
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // told by the query that it breaks
  try {
    const { manifest } = archive;
    await refuseOtherHistory(manifest);
    await client.connect();
    await refuseRows(client);
    await migrate({ url, log, upTo: manifest.migrations.at(-1)?.name ?? '' });
    await refuseNewerDatabase(client, manifest);
    for (const file of manifest.files) await putFile(archive, filesDir, file.path);
    await load(client, archive);
    await migrate({ url, log });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows, files: manifest.files.length };
  } finally {
    archive.close();
    await client.end().catch(() => undefined);
  }
}

async function refuseOtherHistory({ migrations }: Manifest): Promise<void> {
  const own = await readMigrations(migrationsDirectory());
  for (const [place, { name, checksum }] of migrations.entries()) {
    const same = own[place];
    if (!same) throw new StartRefusal(backupTexts.newerArchive(name));
    if (same.name !== name || same.checksum !== checksum) throw new StartRefusal(backupTexts.otherHistory(name));
  }
}

async function refuseRows(client: pg.Client): Promise<void> {
  for (const { schema, table } of await ownTables(client)) {
    const { rowCount } = await client.query(`select from ${quoted(schema, table)} limit 1`);
    if (rowCount) throw new StartRefusal(backupTexts.notEmpty(table));
  }
}

async function refuseNewerDatabase(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const { rowCount } = await client.query('select from platform.migrations');
  if (rowCount !== migrations.length) throw new StartRefusal(backupTexts.newerDatabase);
}

/** Aside and renamed: a file is there whole or not at all. */
async function putFile(archive: Archive, filesDir: string, path: string): Promise<void> {
  const target = join(filesDir, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const aside = join(dirname(target), `restoring-${randomUUID()}`);
  await pipeline(await archive.read(fileEntry(path)), createWriteStream(aside, { mode: 0o600, flush: true }));
  await rename(aside, target);
}

async function load(client: pg.Client, archive: Archive): Promise<void> {
  await client.query(`begin; set local datestyle = 'ISO'; set local timezone = 'UTC'`);
  const tables = await ownTables(client);
  const names = new Set(tables.map(({ schema, table }) => quoted(schema, table)));
  const other = archive.manifest.tables.find(({ schema, table }) => !names.delete(quoted(schema, table)));
  const [missing] = names;
  if (other || missing) throw new StartRefusal(backupTexts.otherTables(other?.table ?? String(missing)));
  const links = await takeLinksAway(client);
  for (const table of archive.manifest.tables) await loadTable(client, archive, table);
  for (const link of links) await client.query(`alter table ${link.table} add constraint ${link.name} ${link.rule}`);
  for (const { schema, sequence, value } of archive.manifest.sequences) {
    await client.query('select setval($1::regclass, $2, false)', [quoted(schema, sequence), value]);
  }
  await client.query('commit');
}

async function loadTable(client: pg.Client, archive: Archive, table: Manifest['tables'][number]): Promise<void> {
  const name = quoted(table.schema, table.table);
  const columns = table.columns.map((column) => quoted(column)).join(', ');
  try {
    await client.query(`alter table ${name} disable trigger user; truncate ${name}`);
    const copy = client.query(copyFrom(`copy ${name} (${columns}) from stdin with (format csv, header match)`));
    await pipeline(await archive.read(table.entry), copy);
    if (copy.rowCount !== table.rows) throw new StartRefusal(backupTexts.damaged(table.entry));
    await client.query(`alter table ${name} enable trigger user`);
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
    throw new StartRefusal(backupTexts.loadFailed(table.table, code));
  }
}

interface Link {
  readonly table: string;
  readonly name: string;
  readonly rule: string;
}

/** Foreign keys go while the rows come in whatever order, and are checked as a whole when they are put back. */
async function takeLinksAway(client: pg.Client): Promise<Link[]> {
  const { rows } = await client.query<Link>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as rule
     from pg_constraint
     where contype = 'f' and conparentid = 0
       and connamespace not in (select oid from pg_namespace where nspname in ('pgboss', 'platform', 'pg_catalog'))
     order by 1, 2`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return rows;
}
