import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import type { CollegeDb } from '../../platform/db.ts';

/** What rows 3.2, 4.1 and 4.2 of the roadmap are judged by. */
export interface SelectionFacts {
  /** Mentors in the base. */
  readonly candidates: number;
  /** Of them, whose questionnaire of this year is in. */
  readonly questioned: number;
  readonly interviewed: number;
  /** Approved or refused this year. */
  readonly decided: number;
  readonly approved: number;
  /** Approved by minutes that are signed. */
  readonly fixed: number;
  /** Mentors of whom a clearance has run out, and no other of its kind is in force. */
  readonly expired: number;
  /** The newest signed minutes. */
  readonly minutesId: string | null;
}

export const selectionFacts = async (db: CollegeDb, year: AcademicYear, today: Day): Promise<SelectionFacts> => {
  const { rows } = await sql<SelectionFacts>`
    with base as (
      select m.person_id from mentors m join persons p on p.id = m.person_id where m.left_on is null and p.left_on is null
    ), decided as (
      select distinct on (d.person_id) d.person_id, d.decision, d.minutes_id, x.status in ('signed', 'amended') as signed, x.day
      from selection_decisions d left join documents x on x.id = d.minutes_id
      where d.year = ${year} and d.person_id in (select person_id from base) order by d.person_id, d.made_at desc
    )
    select (select count(*) from base)::int as candidates,
      (select count(*) from base b where exists (select from candidacies c where c.year = ${year} and c.person_id = b.person_id)
        or exists (select from questionnaire_sheets s join questionnaire_rounds r on r.id = s.round_id
          join questionnaires q on q.id = r.questionnaire_id where s.person_id = b.person_id and s.finished_on is not null
          and q.moment = 'selection' and r.year = ${year} and not r.anonymous))::int as questioned,
      (select count(distinct i.person_id) from interviews i
        where i.year = ${year} and i.state = 'held' and i.person_id in (select person_id from base))::int as interviewed,
      (select count(*) from decided)::int as decided,
      (select count(*) from decided where decision = 'approved')::int as approved,
      (select count(*) from decided where decision = 'approved' and signed)::int as fixed,
      (select count(distinct c.person_id) from clearances c
        where c.person_id in (select person_id from base) and c.withdrawn_on is null and c.valid_till < ${today}::date
          and not exists (select from clearances v where v.person_id = c.person_id and v.kind = c.kind and v.withdrawn_on is null
            and (v.valid_till is null or v.valid_till >= ${today}::date)))::int as expired,
      (select minutes_id from decided where signed order by day desc limit 1) as "minutesId"`.execute(db);
  const [facts] = rows;
  if (!facts) throw new Failure('broken', 'a row of counts always comes');
  return facts;
};
