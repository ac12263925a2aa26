import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { FormCurator, GroupMember, Mean, MemberPart } from './working-group.ts';

/** The chair first, then the secretary, then by name. */
export const membersOf = async (db: CollegeDb, year: number): Promise<GroupMember[]> => {
  const { rows } = await sql<GroupMember>`
    select w.id, w.person_id as "personId", p.last_name as "lastName", p.first_name as "firstName", p.patronymic, p.post,
      o.name as "organisationName", w.part, w.duty
    from working_group w join persons p on p.id = w.person_id left join organisations o on o.id = p.organisation_id
    where w.year = ${year}
    order by array_position(array['chair', 'secretary', 'member'], w.part), p.last_name, p.first_name, p.id`.execute(
    db,
  );
  return rows;
};

/** The walls are `in_group_once`, `one_chair` and `one_secretary`. */
export const insertMember = async (
  db: CollegeDb,
  member: { readonly year: number; readonly personId: string; readonly part: MemberPart; readonly duty: string },
): Promise<void> => {
  const { personId, ...rest } = member;
  await db
    .insertInto('working_group')
    .values({ person_id: personId, ...rest })
    .execute();
};

/** The person who left the group; undefined when nobody did. */
export const deleteMember = async (db: CollegeDb, id: string): Promise<string | undefined> =>
  (await db.deleteFrom('working_group').where('id', '=', id).returning('person_id as id').executeTakeFirst())?.id;

/** By form and name. */
export const curatorsOf = async (db: CollegeDb, year: number): Promise<FormCurator[]> => {
  const { rows } = await sql<FormCurator>`
    select c.form, c.person_id as "personId", p.last_name as "lastName", p.first_name as "firstName", p.patronymic, p.post
    from form_curators c join persons p on p.id = c.person_id
    where c.year = ${year} order by c.form, p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};

export const insertCurator = async (db: CollegeDb, year: number, form: string, personId: string): Promise<void> => {
  await db.insertInto('form_curators').values({ year, form, person_id: personId }).execute();
};

export const deleteCurator = async (db: CollegeDb, year: number, form: string, personId: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('form_curators')
    .where('year', '=', year)
    .where('form', '=', form)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export const meansOf = (db: CollegeDb, year: number): Promise<Mean[]> =>
  db
    .selectFrom('preparation_means')
    .select(['id', 'side', 'kind', 'name', 'note'])
    .where('year', '=', year)
    .orderBy('side')
    .orderBy('kind')
    .orderBy('name')
    .execute();

/** The wall is `named_once`. */
export const insertMean = async (db: CollegeDb, year: number, mean: Omit<Mean, 'id'>): Promise<void> => {
  await db
    .insertInto('preparation_means')
    .values({ year, ...mean })
    .execute();
};

export const deleteMean = async (db: CollegeDb, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('preparation_means').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
};

/** Copies the lists of means of a year into another that has none yet. */
export const copyMeans = async (db: CollegeDb, from: number, to: number): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into preparation_means (year, side, kind, name, note)
    select ${to}, side, kind, name, note from preparation_means where year = ${from}
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
};

/** The person of an account with the role of an editor: who answers for the site, when there is just one. */
export const onlyEditor = async (db: CollegeDb): Promise<string | null> => {
  const rows = await db
    .selectFrom('account_roles as r')
    .innerJoin('accounts as a', 'a.id', 'r.account_id')
    .select('a.person_id as id')
    .where('r.role', '=', 'editor')
    .where('a.disabled_at', 'is', null)
    .execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
};

/** Staff, specialists and graduates: who may be in the working group. */
export const possibleMembers = async (db: CollegeDb): Promise<{ id: string; label: string }[]> => {
  const { rows } = await sql<{ id: string; label: string }>`
    select p.id, concat_ws(', ', concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')), nullif(p.post, ''), o.name) as label
    from persons p left join organisations o on o.id = p.organisation_id
    where p.kind in ('staff', 'specialist', 'graduate') and p.left_on is null
    order by p.kind <> 'staff', p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};
