import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import type { CollegeDb } from '../../platform/db.ts';

/** What rows 4.3 – 4.3.3 of the roadmap are judged by. */
export interface TrainingFacts {
  /** The programme in force, the newest. */
  readonly programmeId: string | null;
  readonly programmeDay: Day | null;
  readonly drafts: number;
  /** Sessions of the year that are not cancelled, those that are over, and those whose trainer is known. */
  readonly sessions: number;
  readonly held: number;
  readonly withTrainer: number;
  /** Trainers from outside without a contract. */
  readonly withoutContract: number;
  /** Approved mentors of the base, and of them who is trained or exempt. */
  readonly mentors: number;
  readonly prepared: number;
  readonly certificates: number;
}

export const trainingFacts = async (db: CollegeDb, year: AcademicYear, today: Day): Promise<TrainingFacts> => {
  const { rows } = await sql<TrainingFacts>`
    with base as (
      select m.person_id from mentors m join persons p on p.id = m.person_id
      where m.left_on is null and p.left_on is null and m.status = 'approved'
    ), sessions as (
      select s.*, t.kind as trainer_kind, exists (select from expert_contracts c where c.expert_id = s.expert_id
          and c.day <= s.day and c.till >= s.day) as contracted
      from training_sessions s join training_programmes p on p.id = s.programme_id
        left join experts e on e.id = s.expert_id left join persons t on t.id = coalesce(s.trainer_id, e.person_id)
      where p.year = ${year} and s.cancelled_on is null
    ), programme as (
      select id, approved_on from training_programmes where year = ${year} and state = 'approved' order by approved_on desc limit 1
    )
    select (select id from programme) as "programmeId", (select approved_on from programme) as "programmeDay",
      (select count(*) from training_programmes where year = ${year} and state = 'draft')::int as drafts,
      (select count(*) from sessions)::int as sessions,
      (select count(*) from sessions where day <= ${today}::date)::int as held,
      (select count(*) from sessions where trainer_id is not null or expert_id is not null or trainer <> '')::int as "withTrainer",
      (select count(*) from sessions where contract = '' and not contracted and (trainer <> '' or trainer_kind is distinct from 'staff'))::int as "withoutContract",
      (select count(*) from base)::int as mentors,
      (select count(*) from base where person_id in (select person_id from preparations where year = ${year}))::int as prepared,
      (select count(*) from training_certificates where year = ${year} and revoked_on is null)::int as certificates`.execute(
    db,
  );
  const [facts] = rows;
  if (!facts) throw new Failure('broken', 'a row of counts always comes');
  return facts;
};
