import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type StartLog, StartRefusal, silentLog } from './start-refusal.ts';
import { migrationTexts } from './texts.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface MigrateOptions {
  readonly url: string;
  readonly log?: StartLog;
  /** Other migrations than the product's own; for the tests. */
  readonly directory?: string;
  /** Stops after this one; a backup is restored into the schema it was made of. */
  readonly upTo?: string;
}

const lockKey = 72_410_001;
const fileName = /^\d{4}-[a-z0-9-]+\.sql$/;

/** The product's migrations, seen from the source (`src/platform`) as well as from the bundle (`dist/server`). */
export const migrationsDirectory = (): string => fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Brings the database to the newest schema and answers the names that were applied now.
 *
 * Each file runs in a transaction of its own together with its row in `platform.migrations`: killed at any moment, the
 * work goes on where it stopped. Several processes may call it at once. Throws StartRefusal when an applied migration
 * was changed or is unknown to this version.
 */
export async function migrate({ url, log = silentLog, directory = migrationsDirectory(), upTo }: MigrateOptions) {
  const migrations = await readMigrations(directory);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const known = await applied(client);
    refuseStrangers(migrations, known);
    const missing = migrations.filter(({ name }) => !known.has(name) && (upTo === undefined || name <= upTo));
    for (const migration of missing) await apply(client, migration, log);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The product's migrations in order, each with the checksum that the database keeps of it. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  if (!existsSync(directory)) throw new StartRefusal(migrationTexts.noDirectory(directory));
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  return Promise.all(
    names.map(async (name) => {
      const number = name.slice(0, 4);
      if (!fileName.test(name) || numbers.has(number)) throw new StartRefusal(migrationTexts.badName(name));
      numbers.add(number);
      const sql = (await readFile(`${directory}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
  `);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migrations order by name',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseStrangers(migrations: readonly Migration[], known: ReadonlyMap<string, string>): void {
  for (const [name, checksum] of known) {
    const own = migrations.find((migration) => migration.name === name);
    if (!own) throw new StartRefusal(migrationTexts.unknown(name));
    if (own.checksum !== checksum) throw new StartRefusal(migrationTexts.changed(name));
  }
  const last = [...known.keys()].at(-1) ?? '';
  const late = migrations.find(({ name }) => !known.has(name) && name < last);
  if (late) throw new StartRefusal(migrationTexts.late(late.name, last));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration, log: StartLog): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into platform.migrations (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(migrationTexts.failed(name, why), { cause: error });
  }
  log.info(migrationTexts.applied(name));
}
