import { sql } from 'kysely';
import { academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { statesInForce } from '../consents/consent.ts';
import type { PairFacts, Paper } from './stage.ts';

/** Papers of an academic year that are not cancelled; acts that hold for years are there whatever their year. */
export const papersOf = async (db: CollegeDb, year: number): Promise<Paper[]> => {
  const { from, till } = academicYear(year);
  const { rows } = await sql<Paper>`
    select id, kind, title, status, number, day, review_by as "reviewBy" from documents
    where status <> 'cancelled' and (year = ${year} or day between ${from}::date and ${till}::date or kind = 'regulation')
    order by day desc nulls last, created_at desc`.execute(db);
  return rows;
};

const inForce = sql.join(statesInForce.map((state) => sql.lit(state)));

export const pairFacts = async (db: CollegeDb, year: number, today: Day): Promise<PairFacts> => {
  const { from, till } = academicYear(year);
  const { rows } = await sql<PairFacts>`
    with consented as (
      select person_id from consent_states('processing', ${today}::date) where state in (${inForce})
    ), year_pairs as (
      select p.*, d.status as order_status, p.till_day >= ${today}::date as runs
      from pairs p left join documents d on d.id = p.order_id
      where p.from_day <= ${till}::date and p.till_day >= ${from}::date
    )
    select
      count(*)::int as total,
      (count(*) filter (where order_status in ('signed', 'amended')))::int as ordered,
      (count(*) filter (where runs))::int as running,
      (count(*) filter (where runs and mentor_id in (select person_id from consented)
        and mentee_id in (select person_id from consented)))::int as consented,
      (select count(*) from mentees m join persons h on h.id = m.person_id
        where m.left_on is null and h.left_on is null
          and m.person_id not in (select mentee_id from year_pairs where runs))::int as unmatched
    from year_pairs`.execute(db);
  return rows[0] ?? { total: 0, ordered: 0, running: 0, consented: 0, unmatched: 0 };
};

export const countCurators = async (db: CollegeDb): Promise<number> => {
  const { count } = await db
    .selectFrom('account_roles as r')
    .innerJoin('accounts as a', 'a.id', 'r.account_id')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('r.role', '=', 'curator')
    .where('a.disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};
