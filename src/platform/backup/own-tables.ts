import type { Client } from 'pg';

export interface OwnTable {
  readonly schema: string;
  readonly table: string;
  /** Those that hold data of their own (generated ones are computed again). */
  readonly columns: readonly string[];
}

/** Not the college's data: the record of migrations, and the queue, whose jobs belong to the machine they ran on. */
const notOurs = ['platform', 'pgboss'];

export const quoted = (...names: readonly string[]): string =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');

const ofOurs = `
  namespace.nspname not like 'pg\\_%' and namespace.nspname <> 'information_schema' and namespace.nspname <> all ($1)
  and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e')`;

/** The tables that a backup holds, in the order of their names. */
export async function ownTables(client: Client): Promise<OwnTable[]> {
  const { rows } = await client.query<OwnTable>(
    `select namespace.nspname as schema, class.relname as table,
       array_agg(attribute.attname::text order by attribute.attnum) as columns
     from pg_class as class
       join pg_namespace as namespace on namespace.oid = class.relnamespace
       join pg_attribute as attribute on attribute.attrelid = class.oid
     where class.relkind = 'r' and attribute.attnum > 0 and not attribute.attisdropped
       and attribute.attgenerated = '' and ${ofOurs}
     group by 1, 2 order by 1, 2`,
    [notOurs],
  );
  return rows;
}

export interface OwnSequence {
  readonly schema: string;
  readonly sequence: string;
  /** The next value that it gives. */
  readonly value: string;
}

export async function ownSequences(client: Client): Promise<OwnSequence[]> {
  const { rows } = await client.query<{ schema: string; sequence: string }>(
    `select namespace.nspname as schema, class.relname as sequence
     from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
     where class.relkind = 'S' and ${ofOurs} order by 1, 2`,
    [notOurs],
  );
  const values: OwnSequence[] = [];
  for (const { schema, sequence } of rows) {
    const found = await client.query<{ value: string }>(
      `select (last_value + is_called::int)::text as value from ${quoted(schema, sequence)}`,
    );
    values.push({ schema, sequence, value: found.rows[0]?.value ?? '1' });
  }
  return values;
}
