import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';
import { hasCode } from './processes.ts';
import { databaseTexts } from './texts.ts';

/** Extensions that the schema uses. All of them come with PostgreSQL's own contrib package. */
export const neededExtensions = ['btree_gist'] as const;

const oldestMajor = 15;

interface Facts {
  readonly number: number;
  readonly version: string;
  readonly encoding: string;
  readonly ctype: string;
  readonly cyrillic: boolean;
  readonly login: string;
}

/** Checks that a PostgreSQL server of someone else's can carry the system; throws StartRefusal with what to do. */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectionRefusal(url, error);
  }
  try {
    await checkDatabase(client);
    for (const name of neededExtensions) await checkExtension(client, name);
  } finally {
    await client.end();
  }
}

async function checkDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Facts>(`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      pg_encoding_to_char(encoding) as encoding, datctype as ctype, current_user as login,
      encoding <> pg_char_to_encoding('UTF8')
        or (lower(U&'\\0401\\0416') = U&'\\0451\\0436' and U&'\\0429' ~ '\\w' and U&'\\0429' ilike U&'\\0449') as cyrillic
    from pg_database where datname = current_database()`);
  const [facts] = rows;
  if (!facts) return;
  if (facts.number < oldestMajor * 10_000) throw new StartRefusal(databaseTexts.oldServer(facts.version));
  if (facts.encoding !== 'UTF8') throw new StartRefusal(databaseTexts.wrongEncoding(facts.encoding));
  if (!facts.cyrillic) throw new StartRefusal(databaseTexts.wrongCtype(facts.ctype));
}

async function checkExtension(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ installed: boolean; may: boolean; login: string }>(
    `select installed, (superuser_may or trusted and has_database_privilege(current_database(), 'create')) as may,
       current_user as login
     from pg_available_extension_versions,
       (select rolsuper as superuser_may from pg_roles where rolname = current_user) as me
     where name = $1 order by installed desc, version desc limit 1`,
    [name],
  );
  const [found] = rows;
  if (!found) throw new StartRefusal(databaseTexts.missingExtension(name));
  if (!found.installed && !found.may) throw new StartRefusal(databaseTexts.mayNotInstall(name, found.login));
}

function connectionRefusal(url: string, error: unknown): StartRefusal {
  const { host, pathname } = new URL(url);
  const place = host + pathname;
  if (hasCode(error, '28P01', '28000')) return new StartRefusal(databaseTexts.badPassword(place));
  if (hasCode(error, '3D000')) return new StartRefusal(databaseTexts.noDatabase(place));
  return new StartRefusal(databaseTexts.unreachable(place, error instanceof Error ? error.message : String(error)));
}
