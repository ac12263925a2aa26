import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Session } from './session.ts';

const select = (where: ReturnType<typeof sql>) => sql<Session>`
  select s.id, s.programme_id as "programmeId", p.title as "programmeTitle", s.module_id as "moduleId", m.title as "moduleTitle",
    s.topic, s.hours, s.day, s.starts, s.ends, s.place, s.trainer_id as "trainerId",
    s.expert_id as "expertId", coalesce(nullif(concat_ws(' ', t.last_name, t.first_name, nullif(t.patronymic, '')), ''),
      nullif(e.name, ''), s.trainer) as trainer,
    s.contract, k.number as "contractNumber", k.day as "contractDay",
    s.contract = '' and k.id is null and t.kind is distinct from 'staff' as "withoutContract", s.door_code as "doorCode", s.cancelled_on as "cancelledOn", s.version,
    (select count(*) from training_attendance a where a.session_id = s.id)::int as present,
    (select count(*) from training_participants x where x.programme_id = s.programme_id)::int as invited
  from training_sessions s join training_programmes p on p.id = s.programme_id
    left join training_modules m on m.id = s.module_id left join experts e on e.id = s.expert_id
    left join persons t on t.id = coalesce(s.trainer_id, e.person_id)
    left join lateral (select c.id, c.number, c.day from expert_contracts c where c.expert_id = s.expert_id
      and c.day <= s.day and c.till >= s.day order by c.till desc limit 1) k on true
  where ${where} order by s.day, s.starts, s.id`;

/** All of a year, of one programme, or those that one person takes part in. */
export const sessionsOf = async (
  db: CollegeDb,
  which: { readonly year: AcademicYear } | { readonly programmeId: string } | { readonly personId: string },
): Promise<Session[]> => {
  const where =
    'year' in which
      ? sql`p.year = ${which.year}`
      : 'programmeId' in which
        ? sql`s.programme_id = ${which.programmeId}::uuid`
        : sql`exists (select from training_participants x where x.programme_id = s.programme_id and x.person_id = ${which.personId}::uuid)`;
  return (await select(where).execute(db)).rows;
};

export const sessionById = async (db: CollegeDb, id: string): Promise<Session | undefined> =>
  (await select(sql`s.id = ${id}::uuid`).execute(db)).rows[0];

export const insertSession = async (
  db: CollegeDb,
  session: Pick<
    Session,
    | 'programmeId'
    | 'moduleId'
    | 'topic'
    | 'hours'
    | 'day'
    | 'starts'
    | 'ends'
    | 'place'
    | 'trainerId'
    | 'expertId'
    | 'trainer'
    | 'contract'
    | 'doorCode'
  >,
): Promise<string> => {
  const { programmeId, moduleId, trainerId, expertId, doorCode, ...rest } = session;
  const row = await db
    .insertInto('training_sessions')
    .values({
      ...rest,
      programme_id: programmeId,
      module_id: moduleId,
      trainer_id: trainerId,
      expert_id: expertId,
      door_code: doorCode,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const cancelSessionRow = async (db: CollegeDb, id: string, on: Day): Promise<void> => {
  await db
    .updateTable('training_sessions')
    .set((is) => ({ cancelled_on: on, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export type AttendanceWay = 'list' | 'qr' | 'code';

export const presentAt = async (db: CollegeDb, sessionId: string): Promise<Map<string, AttendanceWay>> => {
  const rows = await db
    .selectFrom('training_attendance')
    .select(['person_id as personId', 'way'])
    .where('session_id', '=', sessionId)
    .execute();
  return new Map(rows.map(({ personId, way }) => [personId, way as AttendanceWay]));
};

/** Marks people as present; who is marked already stays as they were. Answers how many are new. */
export const insertAttendance = async (
  db: CollegeDb,
  sessionId: string,
  personIds: readonly string[],
  { way, accountId }: { readonly way: AttendanceWay; readonly accountId: string },
): Promise<number> => {
  if (personIds.length === 0) return 0;
  const done = await db
    .insertInto('training_attendance')
    .values(personIds.map((person_id) => ({ session_id: sessionId, person_id, way, account_id: accountId })))
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0n);
};

export const removeAttendance = async (
  db: CollegeDb,
  sessionId: string,
  personIds: readonly string[],
): Promise<void> => {
  await sql`delete from training_attendance where session_id = ${sessionId}::uuid
    and person_id = any(${sql.val([...personIds])}::uuid[])`.execute(db);
};

export const isParticipant = async (db: CollegeDb, programmeId: string, personId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('training_participants')
    .select('person_id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
};

/** Who was typed leads from the bank now. */
export const setExpert = async (db: CollegeDb, sessionId: string, expertId: string): Promise<void> => {
  await db
    .updateTable('training_sessions')
    .set((is) => ({ expert_id: expertId, trainer_id: null, trainer: '', version: is('version', '+', 1) }))
    .where('id', '=', sessionId)
    .execute();
};
