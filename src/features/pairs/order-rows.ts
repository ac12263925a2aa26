import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

/** Mentees in the base for whom no pair works or is to come. */
export const countMenteesAlone = async (db: CollegeDb, today: Day): Promise<number> => {
  const { total } = await db
    .selectFrom('mentees as m')
    .select((is) => is.fn.countAll<number>().as('total'))
    .where('m.left_on', 'is', null)
    .where(
      sql<boolean>`not exists (select from pairs p where p.college_id = m.college_id and p.mentee_id = m.person_id
        and p.till_day >= ${today}::date)`,
    )
    .executeTakeFirstOrThrow();
  return total;
};

/** An order in force, and its pairs that ended early and stand in no amending order yet. */
export interface EndedInOrder {
  readonly orderId: string;
  readonly pairIds: readonly string[];
}

export const endedPairs = async (db: CollegeDb): Promise<EndedInOrder[]> => {
  const { rows } = await sql<EndedInOrder>`
    select p.order_id as "orderId", array_agg(p.id::text order by p.till_day, p.id) as "pairIds"
    from pairs p join documents o on o.college_id = p.college_id and o.id = p.order_id
    where p.end_reason <> '' and o.status in ('signed', 'amended')
      and not exists (select from documents a
        where a.college_id = p.college_id and a.amends_id = p.order_id and a.data -> 'endedPairs' ? p.id::text)
    group by p.order_id`.execute(db);
  return rows;
};
