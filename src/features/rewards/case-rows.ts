import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

export type CaseState = 'draft' | 'asked' | 'agreed';

export interface CaseWords {
  readonly title: string;
  readonly situation: string;
  readonly work: string;
  readonly result: string;
  readonly advice: string;
}

export interface PracticeCase extends CaseWords {
  readonly id: string;
  readonly year: number;
  readonly pairId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly form: string;
  readonly state: CaseState;
  readonly writtenOn: Day;
  readonly version: number;
}

export interface CaseAnswer {
  readonly side: 'mentor' | 'mentee';
  readonly agreed: boolean;
  readonly remark: string;
  readonly caseVersion: number;
  readonly answeredOn: Day;
}

const name = (alias: string) =>
  sql<string>`concat_ws(' ', ${sql.ref(`${alias}.last_name`)}, ${sql.ref(`${alias}.first_name`)}, nullif(${sql.ref(`${alias}.patronymic`)}, ''))`;

const selectCases = (db: CollegeDb) =>
  db
    .selectFrom('practice_cases as c')
    .innerJoin('pairs as x', 'x.id', 'c.pair_id')
    .innerJoin('persons as a', 'a.id', 'x.mentor_id')
    .innerJoin('persons as b', 'b.id', 'x.mentee_id')
    .select([
      'c.id',
      'c.year',
      'c.pair_id as pairId',
      'x.mentor_id as mentorId',
      'x.mentee_id as menteeId',
      name('a').as('mentor'),
      name('b').as('mentee'),
      'x.form',
      'c.title',
      'c.situation',
      'c.work',
      'c.result',
      'c.advice',
      'c.state',
      'c.written_on as writtenOn',
      'c.version',
    ]);

export const casesOf = async (db: CollegeDb, year: number): Promise<PracticeCase[]> =>
  (await selectCases(db)
    .where('c.year', '=', year)
    .orderBy('c.written_on', 'desc')
    .orderBy('c.id')
    .execute()) as PracticeCase[];

/** Cases of one person, as either side. */
export const casesAbout = async (db: CollegeDb, personId: string): Promise<PracticeCase[]> =>
  (await selectCases(db)
    .where((is) => is.or([is('x.mentor_id', '=', personId), is('x.mentee_id', '=', personId)]))
    .orderBy('c.written_on', 'desc')
    .execute()) as PracticeCase[];

export const caseById = async (db: CollegeDb, id: string): Promise<PracticeCase | undefined> =>
  (await selectCases(db).where('c.id', '=', id).executeTakeFirst()) as PracticeCase | undefined;

export const answersTo = async (db: CollegeDb, caseId: string): Promise<CaseAnswer[]> =>
  (await db
    .selectFrom('case_answers')
    .select(['side', 'agreed', 'remark', 'case_version as caseVersion', 'answered_on as answeredOn'])
    .where('case_id', '=', caseId)
    .orderBy('side', 'desc')
    .execute()) as CaseAnswer[];

/** undefined: this pair's case of the year is being written already. */
export const insertCase = async (
  db: CollegeDb,
  {
    year,
    pairId,
    title,
    writtenOn,
    accountId,
  }: {
    readonly year: number;
    readonly pairId: string;
    readonly title: string;
    readonly writtenOn: Day;
    readonly accountId: string;
  },
): Promise<string | undefined> => {
  const row = await db
    .insertInto('practice_cases')
    .values({ year, pair_id: pairId, title, written_on: writtenOn, account_id: accountId })
    .onConflict((clash) => clash.columns(['college_id', 'pair_id', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** New words make a draft again: nobody has agreed to them. False when somebody wrote since that version. */
export const updateCase = async (db: CollegeDb, id: string, version: number, words: CaseWords): Promise<boolean> => {
  const { title, situation, work, result, advice } = words;
  const { numUpdatedRows } = await db
    .updateTable('practice_cases')
    .set((is) => ({ title, situation, work, result, advice, state: 'draft', version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const setCaseState = async (db: CollegeDb, id: string, state: CaseState): Promise<void> => {
  await db.updateTable('practice_cases').set({ state }).where('id', '=', id).execute();
};

export const putAnswer = async (
  db: CollegeDb,
  caseId: string,
  answer: CaseAnswer & { readonly accountId: string },
): Promise<void> => {
  const values = {
    agreed: answer.agreed,
    remark: answer.remark,
    case_version: answer.caseVersion,
    answered_on: answer.answeredOn,
    account_id: answer.accountId,
  };
  await db
    .insertInto('case_answers')
    .values({ case_id: caseId, side: answer.side, ...values })
    .onConflict((clash) => clash.columns(['college_id', 'case_id', 'side']).doUpdateSet(values))
    .execute();
};

/** The case's row waits its turn: two answers at once are counted one after another. */
export const lockCase = async (db: CollegeDb, id: string): Promise<void> => {
  await sql`select from practice_cases where id = ${id}::uuid for update`.execute(db);
};
