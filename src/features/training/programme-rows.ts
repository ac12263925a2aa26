import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Module, Participant, Programme } from './programme.ts';

const select = (where: ReturnType<typeof sql>) => sql<Programme>`
  select p.id, p.series_id as "seriesId", p.number, p.year, p.title, p.goal, p.state, p.least_share as "leastShare",
    p.document_id as "documentId", p.approved_on as "approvedOn", p.version,
    coalesce((select sum(m.hours) from training_modules m where m.programme_id = p.id), 0)::int as hours
  from training_programmes p where ${where} order by p.title, p.number desc`;

export const programmesOf = async (db: CollegeDb, year: AcademicYear): Promise<Programme[]> =>
  (await select(sql`p.year = ${year}`).execute(db)).rows;

export const programmeById = async (db: CollegeDb, id: string): Promise<Programme | undefined> =>
  (await select(sql`p.id = ${id}::uuid`).execute(db)).rows[0];

export const modulesOf = async (db: CollegeDb, programmeId: string): Promise<Module[]> =>
  db
    .selectFrom('training_modules')
    .select(['id', 'title', 'content', 'hours'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();

export const insertProgramme = async (
  db: CollegeDb,
  programme: Pick<Programme, 'year' | 'title' | 'goal' | 'leastShare'> &
    Partial<Pick<Programme, 'seriesId' | 'number'>>,
): Promise<string> => {
  const { year, title, goal, leastShare, seriesId, number } = programme;
  const row = await db
    .insertInto('training_programmes')
    .values({
      ...{ year, title, goal },
      least_share: leastShare,
      ...(seriesId === undefined ? {} : { series_id: seriesId }),
      ...(number === undefined ? {} : { number }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** The wall is `approved_programme_stays`. */
export const insertModule = async (
  db: CollegeDb,
  programmeId: string,
  { title, content, hours }: Omit<Module, 'id'>,
): Promise<void> => {
  await db
    .insertInto('training_modules')
    .values({
      programme_id: programmeId,
      title,
      content,
      hours,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from training_modules where programme_id = ${programmeId}::uuid)`,
    })
    .execute();
};

export const programmeOfModule = async (db: CollegeDb, moduleId: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('training_modules')
    .select('programme_id')
    .where('id', '=', moduleId)
    .executeTakeFirst();
  return row?.programme_id;
};

export const deleteModule = async (db: CollegeDb, moduleId: string): Promise<void> => {
  await db.deleteFrom('training_modules').where('id', '=', moduleId).execute();
};

/** Puts a draft into force and its earlier version out of it; false when the draft was changed meanwhile. */
export const approve = async (
  db: CollegeDb,
  { id, seriesId, version }: Programme,
  { on, documentId }: { readonly on: Day; readonly documentId: string },
): Promise<boolean> => {
  await db
    .updateTable('training_programmes')
    .set((is) => ({ state: 'superseded', version: is('version', '+', 1) }))
    .where('series_id', '=', seriesId)
    .where('state', '=', 'approved')
    .execute();
  const done = await db
    .updateTable('training_programmes')
    .set({ state: 'approved', approved_on: on, document_id: documentId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

/** Those who take part, by name, with the hours they came to. */
export const participantsOf = async (db: CollegeDb, programmeId: string): Promise<Participant[]> => {
  const { rows } = await sql<Participant>`
    select t.person_id as "personId", p.last_name as "lastName", p.first_name as "firstName", p.patronymic, t.code,
      coalesce((select sum(s.hours) from training_sessions s join training_attendance a on a.session_id = s.id
        where s.programme_id = t.programme_id and a.person_id = t.person_id and s.cancelled_on is null), 0)::int as attended,
      (select c.number from training_certificates c
        where c.programme_id = t.programme_id and c.person_id = t.person_id and c.revoked_on is null) as "certificateNumber"
    from training_participants t join persons p on p.id = t.person_id
    where t.programme_id = ${programmeId}::uuid order by p.last_name, p.first_name, p.patronymic, p.id`.execute(db);
  return rows;
};

/** Enrols mentors of the base who are not in yet. `codes` are used in turn. Answers how many entered. */
export const enrol = async (
  db: CollegeDb,
  programmeId: string,
  people: readonly { readonly personId: string; readonly code: string }[],
  on: Day,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into training_participants (programme_id, person_id, code, enrolled_on)
    select ${programmeId}::uuid, x.person_id, x.code, ${on}::date
    from unnest(${sql.val(people.map(({ personId }) => personId))}::uuid[], ${sql.val(people.map(({ code }) => code))}::text[]) x (person_id, code)
      join mentors m on m.person_id = x.person_id and m.left_on is null
    on conflict (college_id, programme_id, person_id) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
};

export interface Material {
  readonly id: string;
  readonly programmeId: string;
  readonly title: string;
  readonly fileId: string;
}

const materials = (db: CollegeDb) =>
  db
    .selectFrom('training_materials')
    .select(['id', 'programme_id as programmeId', 'title', 'file_id as fileId'])
    .orderBy('title');

export const materialsOf = (db: CollegeDb, programmeId: string): Promise<Material[]> =>
  materials(db).where('programme_id', '=', programmeId).execute();

export const materialById = (db: CollegeDb, id: string): Promise<Material | undefined> =>
  materials(db).where('id', '=', id).executeTakeFirst();

export const insertMaterial = async (
  db: CollegeDb,
  { programmeId, title, fileId }: Omit<Material, 'id'>,
  on: Day,
): Promise<void> => {
  await db
    .insertInto('training_materials')
    .values({ programme_id: programmeId, title, file_id: fileId, added_on: on })
    .execute();
};

export interface TrainerName {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly place: string;
}

/** Staff who have not left; specialists of employers come from the bank of experts. */
export const trainerNames = async (db: CollegeDb): Promise<TrainerName[]> => {
  const { rows } = await sql<TrainerName>`
    select p.id, p.last_name as "lastName", p.first_name as "firstName", p.patronymic, coalesce(nullif(p.post, ''), o.name, '') as place
    from persons p left join organisations o on o.id = p.organisation_id
    where p.kind = 'staff' and p.left_on is null order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};
