import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Decision } from './candidate.ts';

export interface KeptDecision {
  readonly id: string;
  readonly decision: Decision;
  readonly reason: string;
  readonly exception: string;
  readonly decidedOn: Day;
  readonly minutesId: string | null;
  /** «№ 4 от …», where the minutes have them. */
  readonly minutesNumber: string | null;
  readonly minutesDay: Day | null;
  readonly signed: boolean;
}

export const insertDecision = async (
  db: CollegeDb,
  made: Pick<KeptDecision, 'decision' | 'reason' | 'exception' | 'decidedOn'> & {
    readonly personId: string;
    readonly year: AcademicYear;
    readonly accountId: string;
  },
): Promise<void> => {
  await db
    .insertInto('selection_decisions')
    .values({
      person_id: made.personId,
      year: made.year,
      decision: made.decision,
      reason: made.reason,
      exception: made.exception,
      decided_on: made.decidedOn,
      account_id: made.accountId,
    })
    .execute();
};

/** The decision as the base of mentors shows it. */
export const setStatus = async (db: CollegeDb, personId: string, decision: Decision): Promise<void> => {
  await sql`update mentors set status = ${decision === 'approved' ? 'approved' : 'candidate'}, version = version + 1
    where person_id = ${personId}::uuid`.execute(db);
};

/** Decisions of a year on one person, the newest first. */
export const decisionsOn = async (db: CollegeDb, personId: string, year: AcademicYear): Promise<KeptDecision[]> => {
  const { rows } = await sql<KeptDecision>`
    select d.id, d.decision, d.reason, d.exception, d.decided_on as "decidedOn", d.minutes_id as "minutesId",
      x.number as "minutesNumber", x.day as "minutesDay", coalesce(x.status in ('signed', 'amended'), false) as signed
    from selection_decisions d left join documents x on x.id = d.minutes_id
    where d.person_id = ${personId}::uuid and d.year = ${year} order by d.made_at desc`.execute(db);
  return rows;
};

/** Ties the newest decisions of a year that stand in no minutes to a paper. Answers the persons. */
export const minuteDecisions = async (db: CollegeDb, year: AcademicYear, documentId: string): Promise<string[]> => {
  const { rows } = await sql<{ personId: string }>`
    with newest as (select distinct on (person_id) id, minutes_id from selection_decisions where year = ${year}
      order by person_id, made_at desc)
    update selection_decisions d set minutes_id = ${documentId}::uuid
    from newest n where n.id = d.id and n.minutes_id is null returning d.person_id as "personId"`.execute(db);
  return rows.map(({ personId }) => personId);
};
