import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { InterviewOutcome } from './candidate.ts';

export type InterviewState = 'planned' | 'held' | 'missed' | 'cancelled';

export interface Interviewer {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

export interface Interview {
  readonly id: string;
  readonly year: AcademicYear;
  /** null: the slot is free. */
  readonly personId: string | null;
  readonly personName: string | null;
  readonly forms: readonly string[];
  readonly day: Day;
  /** «14:30» */
  readonly starts: string;
  readonly place: string;
  readonly state: InterviewState;
  readonly outcome: InterviewOutcome | null;
  readonly summary: string;
  readonly version: number;
  readonly interviewers: readonly Interviewer[];
  readonly interviewerIds: readonly string[];
}

export interface Mark {
  readonly interviewerId: string;
  readonly questionId: string;
  /** 1–5 */
  readonly mark: number;
}

const name = (alias: string) =>
  sql.raw(`concat_ws(' ', ${alias}.last_name, ${alias}.first_name, nullif(${alias}.patronymic, ''))`);

const select = (where: ReturnType<typeof sql>) => sql<Omit<Interview, 'interviewerIds'>>`
  select i.id, i.year, i.person_id as "personId", case when i.person_id is null then null else ${name('p')} end as "personName",
    coalesce(m.forms, '{}') as forms, i.day, i.starts, i.place, i.state, i.outcome, i.summary, i.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', w.person_id, 'name', ${name('a')}, 'note', w.note) order by a.last_name, a.first_name, a.id)
      from interviewers w join persons a on a.id = w.person_id where w.interview_id = i.id), '[]') as interviewers
  from interviews i left join persons p on p.id = i.person_id left join mentors m on m.person_id = i.person_id
  where ${where} order by i.day, i.starts, i.place, i.id`;

const withIds = (rows: readonly Omit<Interview, 'interviewerIds'>[]): Interview[] =>
  rows.map((row) => ({ ...row, interviewerIds: row.interviewers.map(({ id }) => id) }));

export const interviewsOf = async (
  db: CollegeDb,
  year: AcademicYear,
  { personId, interviewerId }: { readonly personId?: string; readonly interviewerId?: string } = {},
): Promise<Interview[]> => {
  const whose = personId ? sql`and i.person_id = ${personId}::uuid` : sql``;
  const by = interviewerId
    ? sql`and exists (select from interviewers w where w.interview_id = i.id and w.person_id = ${interviewerId}::uuid)`
    : sql``;
  return withIds((await select(sql`i.year = ${year} ${whose} ${by}`).execute(db)).rows);
};

export const interviewById = async (db: CollegeDb, id: string): Promise<Interview | undefined> =>
  withIds((await select(sql`i.id = ${id}::uuid`).execute(db)).rows)[0];

/** The wall is `interview_place_once`. */
export const insertSlot = async (
  db: CollegeDb,
  slot: Pick<Interview, 'year' | 'day' | 'starts' | 'place'> & { readonly accountId: string },
): Promise<string> => {
  const { accountId, ...rest } = slot;
  const row = await db
    .insertInto('interviews')
    .values({ ...rest, account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** Who leads it from now on. Marks of those who are left out go with them. */
export const setInterviewers = async (db: CollegeDb, id: string, personIds: readonly string[]): Promise<void> => {
  await sql`delete from interviewers where interview_id = ${id} and person_id <> all(${sql.val([...personIds])}::uuid[])`.execute(
    db,
  );
  await sql`insert into interviewers (interview_id, person_id)
    select ${id}::uuid, p.id from persons p where p.id = any(${sql.val([...personIds])}::uuid[])
    on conflict do nothing`.execute(db);
};

/** Writes a change onto the version that was shown; false when there is another by now. */
export const updateInterview = async (
  db: CollegeDb,
  { id, version }: Pick<Interview, 'id' | 'version'>,
  change: {
    readonly person_id?: string | null;
    readonly state?: InterviewState;
    readonly outcome?: InterviewOutcome | null;
    readonly summary?: string;
  },
): Promise<boolean> => {
  const done = await db
    .updateTable('interviews')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

export const marksOf = async (db: CollegeDb, interviewId: string): Promise<Mark[]> =>
  db
    .selectFrom('interview_marks')
    .select(['person_id as interviewerId', 'question_id as questionId', 'mark'])
    .where('interview_id', '=', interviewId)
    .execute();

/** All marks of an interviewer and the note, in place of the earlier ones. */
export const saveMarks = async (
  db: CollegeDb,
  interviewId: string,
  interviewerId: string,
  { marks, note }: { readonly marks: Readonly<Record<string, number>>; readonly note: string },
): Promise<void> => {
  await db
    .updateTable('interviewers')
    .set({ note })
    .where('interview_id', '=', interviewId)
    .where('person_id', '=', interviewerId)
    .execute();
  const rows = Object.entries(marks).map(([questionId, mark]) => ({
    ...{ interview_id: interviewId, person_id: interviewerId, question_id: questionId, mark },
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('interview_marks')
    .values(rows)
    .onConflict((clash) =>
      clash
        .columns(['college_id', 'interview_id', 'person_id', 'question_id'])
        .doUpdateSet((is) => ({ mark: is.ref('excluded.mark') })),
    )
    .execute();
};
