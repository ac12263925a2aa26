import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

export interface PairOfMentee {
  readonly menteeId: string;
  readonly pairId: string;
  readonly mentor: string;
  readonly from: Day;
}

/** The pair that works or comes next, for some mentees. */
export const pairsOfMentees = async (db: CollegeDb, ids: readonly string[], today: Day): Promise<PairOfMentee[]> => {
  const { rows } = await sql<PairOfMentee>`
    select distinct on (x.mentee_id) x.mentee_id as "menteeId", x.id as "pairId", x.from_day as "from",
      concat(p.last_name, ' ', left(p.first_name, 1), '.', case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end) as mentor
    from pairs x join persons p on p.id = x.mentor_id
    where x.mentee_id = any(${sql.val([...ids])}::uuid[]) and x.till_day >= ${today}::date
    order by x.mentee_id, x.from_day`.execute(db);
  return rows;
};

/** How many places of some mentors are taken today or will be. */
export const placesTaken = async (db: CollegeDb, ids: readonly string[], today: Day): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('pairs')
    .select((is) => ['mentor_id', is.fn.countAll<number>().as('taken')])
    .where('mentor_id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000'])
    .where('till_day', '>=', today)
    .groupBy('mentor_id')
    .execute();
  return new Map(rows.map(({ mentor_id, taken }) => [mentor_id, taken]));
};

/** How many people of a base have a pair that works or comes. */
export const countPaired = async (db: CollegeDb, side: 'mentor_id' | 'mentee_id', today: Day): Promise<number> => {
  const { count } = await db
    .selectFrom('pairs')
    .select((is) => is.fn.count<number>(side).distinct().as('count'))
    .where('till_day', '>=', today)
    .executeTakeFirstOrThrow();
  return count;
};
