import { sql } from 'kysely';
import { type AcademicYear, academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { WorkFacts } from './achievement.ts';

export interface PersonFacts extends WorkFacts {
  readonly personId: string;
  readonly name: string;
}

/** Facts of everybody who has or had a pair in the year (or of one person), by name; one query. */
export const workFacts = async (
  db: CollegeDb,
  year: AcademicYear,
  today: Day,
  personId?: string,
): Promise<PersonFacts[]> => {
  const { from, till } = academicYear(year);
  const only = personId ? sql`and s.person_id = ${personId}::uuid` : sql``;
  const { rows } = await sql<PersonFacts>`
    with sides as (
      select id, mentor_id as person_id, 'mentor' as side, from_day, till_day from pairs
      union all
      select id, mentee_id, 'mentee', from_day, till_day from pairs
    ), these as (
      select s.* from sides s where s.from_day <= ${till}::date and s.till_day >= ${from}::date and s.from_day <= ${today}::date ${only}
    ), months as (
      select t.person_id, t.side, month,
        bool_or(exists (select from meetings m where m.pair_id = t.id and m.state = 'held' and m.day >= month
          and m.day < month + interval '1 month')) as met
      from these t cross join lateral generate_series(
        date_trunc('month', t.from_day + interval '1 month' - interval '1 day'),
        least(t.till_day, ${today}::date, ${till}::date), interval '1 month') as month
      where (month + interval '1 month' - interval '1 day')::date < least(t.till_day + 1, ${today}::date)
      group by t.person_id, t.side, month
    ), meetings_of as (
      select t.person_id, t.side, count(*) filter (where m.state = 'held') as held,
        count(*) filter (where m.state = 'missed' and m.absent = t.side) as missed
      from these t join meetings m on m.pair_id = t.id and m.day between ${from}::date and ${till}::date
      group by t.person_id, t.side
    ), tasks_of as (
      select t.person_id, t.side, count(*) as due, count(*) filter (where m.mark = 'done') as done
      from these t join plans n on n.pair_id = t.id join plan_versions v on v.plan_id = n.id and v.state = 'agreed'
        join plan_tasks k on k.version_id = v.id left join plan_marks m on m.plan_id = n.id and m.task_id = k.task_id
      where coalesce(m.moved_to, k.due) < ${today}::date
      group by t.person_id, t.side
    ), people as (select distinct person_id, side from these)
    select x.person_id as "personId", x.side, concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) as name,
      coalesce(o.held, 0)::int as held, coalesce(o.missed, 0)::int as missed,
      (select count(*) from months h where h.person_id = x.person_id and h.side = x.side)::int as months,
      (select count(*) from months h where h.person_id = x.person_id and h.side = x.side and h.met)::int as "monthsWithMeeting",
      (select count(distinct extract(year from s.from_day - interval '8 months')) from sides s
        where s.person_id = x.person_id and s.side = x.side and s.from_day <= ${till}::date)::int as years,
      exists (select from training_certificates c
        where c.person_id = x.person_id and c.year = ${year} and c.revoked_on is null) as trained,
      exists (select from pairs e where e.mentee_id = x.person_id and e.till_day < ${from}::date) as "onceMentee",
      coalesce(k.due, 0)::int as "tasksDue", coalesce(k.done, 0)::int as "tasksDone"
    from people x join persons p on p.id = x.person_id
      left join meetings_of o on o.person_id = x.person_id and o.side = x.side
      left join tasks_of k on k.person_id = x.person_id and k.side = x.side
    order by name, x.side`.execute(db);
  return rows;
};
