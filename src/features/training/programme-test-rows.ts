import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import { sheetsOfPeople } from '../questionnaires/person-sheet-rows.ts';
import { type ProgrammeTest, resultIn, type TestResult } from './programme-test.ts';

const select = (where: ReturnType<typeof sql>) => sql<ProgrammeTest>`
  select t.id, t.programme_id as "programmeId", t.module_id as "moduleId", m.title as "moduleTitle", t.version_id as "versionId",
    v.questionnaire_id as "questionnaireId", v.title, v.number, t.scale, t.pass_mark as "passMark", t.required, t.round_id as "roundId"
  from training_tests t join questionnaire_versions v on v.id = t.version_id left join training_modules m on m.id = t.module_id
  where ${where} order by m.position nulls last, v.title, t.id`;

export const testsOf = async (db: CollegeDb, programmeId: string): Promise<ProgrammeTest[]> =>
  (await select(sql`t.programme_id = ${programmeId}::uuid`).execute(db)).rows;

export const testById = async (db: CollegeDb, id: string): Promise<ProgrammeTest | undefined> =>
  (await select(sql`t.id = ${id}::uuid`).execute(db)).rows[0];

/** Tests that ask this person now or have asked, in programmes that they take part in. */
export const testsFor = async (db: CollegeDb, personId: string): Promise<ProgrammeTest[]> =>
  (
    await select(sql`t.round_id is not null and exists (select from training_participants x
      where x.programme_id = t.programme_id and x.person_id = ${personId}::uuid)`).execute(db)
  ).rows;

export type NewTest = Pick<ProgrammeTest, 'programmeId' | 'moduleId' | 'versionId' | 'scale' | 'passMark' | 'required'>;

/** The wall is `one_test_a_part`. */
export const insertTest = async (db: CollegeDb, test: NewTest): Promise<void> => {
  await db
    .insertInto('training_tests')
    .values({
      programme_id: test.programmeId,
      module_id: test.moduleId,
      version_id: test.versionId,
      scale: test.scale,
      pass_mark: test.passMark,
      required: test.required,
    })
    .execute();
};

export const deleteTest = async (db: CollegeDb, id: string): Promise<void> => {
  await db.deleteFrom('training_tests').where('id', '=', id).execute();
};

export const setTestRound = async (db: CollegeDb, id: string, roundId: string): Promise<void> => {
  await db.updateTable('training_tests').set({ round_id: roundId }).where('id', '=', id).execute();
};

/** The same tests in the next version of a programme; its modules are known by their titles. */
export const copyTests = async (db: CollegeDb, fromId: string, toId: string): Promise<void> => {
  await sql`
    insert into training_tests (programme_id, module_id, version_id, scale, pass_mark, required)
    select ${toId}::uuid, n.id, t.version_id, t.scale, t.pass_mark, t.required
    from training_tests t left join training_modules m on m.id = t.module_id
      left join training_modules n on n.programme_id = ${toId}::uuid and n.position = m.position
    where t.programme_id = ${fromId}::uuid and (t.module_id is null or n.id is not null)`.execute(db);
};

/** How people did in these tests, by person. */
export const resultsOf = async (
  db: CollegeDb,
  tests: readonly ProgrammeTest[],
  personIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly TestResult[]>> => {
  const roundIds = tests.flatMap(({ roundId }) => roundId ?? []);
  if (roundIds.length === 0) return new Map();
  const sheets = Map.groupBy(await sheetsOfPeople(db, { roundIds }, personIds), ({ personId }) => personId);
  return new Map([...sheets].map(([personId, own]) => [personId, tests.flatMap((test) => resultIn(test, own) ?? [])]));
};
