import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Window } from '../../kernel/period.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { riskNorms } from './norm-rows.ts';
import { quartersOf } from './quarter.ts';

export interface QuarterAnswers {
  readonly window: Window;
  /** Pairs whose both sides were asked in rounds opened in the quarter, and those of them where both answered. */
  readonly asked: number;
  readonly both: number;
}

/** What row 6.4 is judged by. */
export interface FeedbackFacts {
  readonly quarters: readonly QuarterAnswers[];
  /** Per cent of pairs that is enough for a quarter. */
  readonly enoughShare: number;
  readonly openFlags: number;
}

const answersIn = async (db: CollegeDb, year: AcademicYear, window: Window): Promise<QuarterAnswers> => {
  const { rows } = await sql<{ asked: number; both: number }>`
    with said as (
      select p.id,
        bool_or(i.answered) filter (where q.role = 'mentor' and i.person_id = p.mentor_id) as mentor,
        bool_or(i.answered) filter (where q.role = 'mentee' and i.person_id = p.mentee_id) as mentee
      from questionnaire_rounds r join questionnaires q on q.id = r.questionnaire_id and q.moment = 'during'
        join questionnaire_invitations i on i.round_id = r.id
        join pairs p on i.person_id in (p.mentor_id, p.mentee_id) and r.opens_on between p.from_day and p.till_day
      where r.year = ${year} and r.opens_on between ${window.from}::date and ${window.till}::date
      group by p.id
    )
    select (count(*) filter (where mentor is not null and mentee is not null))::int as asked,
      (count(*) filter (where mentor and mentee))::int as both
    from said`.execute(db);
  return { window, asked: rows[0]?.asked ?? 0, both: rows[0]?.both ?? 0 };
};

export const feedbackFacts = async (db: CollegeDb, year: AcademicYear): Promise<FeedbackFacts> => {
  const quarters: QuarterAnswers[] = [];
  for (const window of quartersOf(year)) quarters.push(await answersIn(db, year, window));
  const { count } = await db
    .selectFrom('risk_flags')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('closed_on', 'is', null)
    .executeTakeFirstOrThrow();
  return { quarters, enoughShare: (await riskNorms(db)).enoughShare, openFlags: count };
};
