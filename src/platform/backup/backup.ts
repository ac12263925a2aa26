import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import { hasCode } from '../postgres/processes.ts';
import { backupTexts } from '../texts.ts';
import { fileEntry, type Manifest, manifestEntry, readmeEntry } from './manifest.ts';
import { type OwnTable, ownSequences, ownTables, quoted } from './own-tables.ts';

interface BackupOptions {
  readonly url: string;
  /** Uploaded files; may be missing. */
  readonly filesDir: string;
  /** Path of the archive; it appears there only when it is complete and on the disk. */
  readonly out: string;
}

export interface BackupTotals {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/**
 * Writes everything that people have entered into one ZIP, while the system goes on working: all rows as of one moment,
 * a CSV a table, and the uploaded files. Memory does not grow with the amount.
 */
export async function backup({ url, filesDir, out }: BackupOptions): Promise<BackupTotals> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // told by the query that it breaks
  const aside = `${out}.part`;
  const zip = new ZipFile();
  const target = createWriteStream(aside, { mode: 0o600, flush: true });
  const written = pipeline(zip.outputStream as NodeJS.ReadableStream, target);
  written.catch(() => undefined); // told below, by the await
  zip.on('error', (error: Error) => target.destroy(error));
  await client.connect();
  try {
    const packed = pack(client, filesDir, zip);
    await Promise.race([packed, written]); // a full disk ends the waiting
    const manifest = await packed;
    zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), manifestEntry);
    zip.addBuffer(Buffer.from(backupTexts.readme(manifest.made)), readmeEntry);
    zip.end();
    await written;
    await rename(aside, out);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows, files: manifest.files.length };
  } catch (error) {
    target.destroy();
    await rm(aside, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function pack(client: pg.Client, filesDir: string, zip: ZipFile): Promise<Manifest> {
  await client.query(`begin isolation level repeatable read read only;
    set local row_security = off; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
    set local timezone = 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 1`);
  const migrations = await client.query<Manifest['migrations'][number]>(
    'select name, checksum from platform.migrations order by name',
  );
  const moment = await client.query<{ made: string }>(`select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as made`);
  const sequences = await ownSequences(client);
  const tables: Manifest['tables'] = [];
  for (const table of await ownTables(client)) tables.push(await packTable(client, zip, table));
  await client.query('commit');
  const files: Manifest['files'] = [];
  for await (const path of filesUnder(filesDir)) files.push(await packFile(zip, filesDir, path));
  const made = moment.rows[0]?.made ?? '';
  return { format: 'nastavnik-backup-1', made, migrations: migrations.rows, tables, sequences, files };
}

async function packTable(client: pg.Client, zip: ZipFile, own: OwnTable): Promise<Manifest['tables'][number]> {
  const { schema, table, columns } = own;
  const list = columns.map((column) => quoted(column)).join(', ');
  const copy = client.query(copyTo(`copy ${quoted(schema, table)} (${list}) to stdout with (format csv, header)`));
  const entry = `tables/${schema}.${table}.csv`;
  const { sha256 } = await add(zip, entry, copy);
  return { schema, table, columns: [...columns], entry, rows: copy.rowCount, sha256 };
}

async function packFile(zip: ZipFile, filesDir: string, path: string): Promise<Manifest['files'][number]> {
  return { path, ...(await add(zip, fileEntry(path), createReadStream(join(filesDir, path)))) };
}

/** Adds one entry and waits until all of it went by: what comes next does not pile up in memory. */
async function add(zip: ZipFile, entry: string, source: NodeJS.ReadableStream) {
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _, pass) {
      hash.update(chunk);
      size += chunk.length;
      pass(null, chunk);
    },
  });
  const way = new PassThrough();
  zip.addReadStream(way, entry, { mtime: new Date(0), forceDosTimestamp: true });
  await Promise.all([pipeline(source, meter, way), finished(way)]);
  return { size, sha256: hash.digest('hex') };
}

/** Files that are complete; those still being written carry a second name after a dot and are left out. */
async function* filesUnder(directory: string, path = ''): AsyncGenerator<string> {
  const entries = await readdir(join(directory, path), { withFileTypes: true }).catch((error: unknown) => {
    if (path === '' && hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* filesUnder(directory, inner);
    else if (entry.isFile() && !/^[0-9a-f]{64}\./.test(entry.name)) yield inner;
  }
}
