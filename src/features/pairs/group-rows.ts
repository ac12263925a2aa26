import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

/** A mentor with three to eight mentees of one form; each member is a pair of its own. */
export interface PairGroup {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly form: string;
  readonly version: number;
}

const selectGroups = (db: CollegeDb) => db.selectFrom('pair_groups').select(['id', 'year', 'name', 'form', 'version']);

export const groupById = (db: CollegeDb, id: string): Promise<PairGroup | undefined> =>
  selectGroups(db).where('id', '=', id).executeTakeFirst();

/** Held for the transaction, so that two who add the eighth member come one after the other. */
export const holdGroup = (db: CollegeDb, id: string): Promise<PairGroup | undefined> =>
  selectGroups(db).where('id', '=', id).forUpdate().executeTakeFirst();

export const insertGroup = async (
  db: CollegeDb,
  group: Pick<PairGroup, 'year' | 'name' | 'form'> & { readonly accountId: string },
): Promise<string> => {
  const { year, name, form, accountId } = group;
  const { id } = await db
    .insertInto('pair_groups')
    .values({ year, name, form, account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** False when somebody has renamed it since this version was shown. */
export const renameGroup = async (db: CollegeDb, id: string, version: number, name: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('pair_groups')
    .set({ name, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const putIntoGroup = async (db: CollegeDb, pairIds: readonly string[], groupId: string): Promise<void> => {
  await db
    .updateTable('pairs')
    .set({ group_id: groupId })
    .where(sql<boolean>`id = any(${sql.val([...pairIds])}::uuid[])`)
    .execute();
};

export const groupNames = async (db: CollegeDb, year: number): Promise<Set<string>> => {
  const rows = await db.selectFrom('pair_groups').select('name').where('year', '=', year).execute();
  return new Set(rows.map(({ name }) => name));
};

export interface ListedGroup extends PairGroup {
  readonly mentor: string;
  readonly members: number;
  readonly working: boolean;
}

/** Groups of a year, by name, with who leads them now (or led last). */
export const groupsOf = async (db: CollegeDb, year: number, today: Day): Promise<ListedGroup[]> => {
  const { rows } = await sql<ListedGroup>`
    select g.id, g.year, g.name, g.form, g.version,
      coalesce((select concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) from pairs x join persons p on p.id = x.mentor_id
        where x.group_id = g.id order by x.till_day desc, x.from_day desc limit 1), '') as mentor,
      (select count(distinct x.mentee_id) from pairs x where x.group_id = g.id and x.till_day >= ${today}::date)::int as members,
      exists (select from pairs x where x.group_id = g.id and x.till_day >= ${today}::date) as working
    from pair_groups g where g.year = ${year}
    order by g.name`.execute(db);
  return rows;
};
