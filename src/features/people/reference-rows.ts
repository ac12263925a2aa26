import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import { refusedBy } from '../../platform/db.ts';

interface Reference {
  readonly table: string;
  readonly column: string;
  /** false for papers that are never rewritten (acts of destruction). */
  readonly movable: boolean;
}

/**
 * Every column of every table that names a person, out of the catalogue: features above people have their own tables,
 * and people may not know them.
 */
const referencesToPersons = async (db: CollegeDb): Promise<readonly Reference[]> => {
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as table, a.attname as column,
      has_table_privilege(c.conrelid, 'update') as movable
    from pg_constraint c
    join lateral unnest(c.conkey, c.confkey) as pair (mine, theirs) on true
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.mine
    join pg_attribute t on t.attrelid = c.confrelid and t.attnum = pair.theirs and t.attname = 'id'
    where c.contype = 'f' and c.confrelid = 'persons'::regclass
    order by 1, 2`.execute(db);
  return rows;
};

/** Which of these people something leans on: a consent, a pair, an account, a group that they lead. */
export const peopleInUse = async (db: CollegeDb, ids: readonly string[]): Promise<Set<string>> => {
  const inUse = new Set<string>();
  for (const { table, column } of await referencesToPersons(db)) {
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} = any(${sql.val([...ids])}::uuid[])`.execute(db);
    for (const { id } of rows) inUse.add(id);
  }
  return inUse;
};

/**
 * Makes everything that leans on one person lean on another. Answers the wall that forbids it (both are mentees,
 * both have an account), or undefined when it was done.
 */
export const moveReferences = async (db: CollegeDb, from: string, to: string): Promise<string | undefined> => {
  const references = await referencesToPersons(db);
  for (const { table, column } of references.filter(({ movable }) => !movable)) {
    const { rows } =
      await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${from}::uuid limit 1`.execute(db);
    if (rows.length > 0) return table;
  }
  return refusedBy(db, async () => {
    for (const { table, column } of references.filter(({ movable }) => movable)) {
      await sql`
        update ${sql.table(table)} set ${sql.ref(column)} = ${to}::uuid
        where ${sql.ref(column)} = ${from}::uuid`.execute(db);
    }
  });
};
