import { sql } from 'kysely';
import { academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

/** What row 5.1 and «Сегодня» ask: is anybody without a mentor and without a case, and whose term has passed. */
export interface SupportFacts {
  /** Mentees of the base without anybody now or later, and without a case of this year, open or ended otherwise than by a pair. */
  readonly uncared: number;
  readonly open: number;
  readonly overdue: number;
}

export const supportFacts = async (db: CollegeDb, year: number, today: Day): Promise<SupportFacts> => {
  const { from, till } = academicYear(year);
  const { rows } = await sql<SupportFacts>`
    select
      (select count(*) from mentees m join persons h on h.id = m.person_id
        where m.left_on is null and h.left_on is null
          and not exists (select from pairs x where x.mentee_id = m.person_id and x.till_day >= ${today}::date
            and x.from_day <= ${till}::date and x.till_day >= ${from}::date)
          and not exists (select from support_cases c where c.person_id = m.person_id
            and (c.closed_on is null or c.year = ${year} and c.outcome <> 'matched')))::int as uncared,
      (count(*) filter (where closed_on is null))::int as open,
      (count(*) filter (where closed_on is null and due_on < ${today}::date))::int as overdue
    from support_cases`.execute(db);
  return rows[0] ?? { uncared: 0, open: 0, overdue: 0 };
};
