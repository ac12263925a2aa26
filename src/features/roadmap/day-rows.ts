import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { statesInForce } from '../consents/consent.ts';

export interface GroupDuty {
  readonly id: string;
  readonly code: string;
  readonly answered: boolean;
  /** Members of the bases, and how many of them have no consent in force. */
  readonly members: number;
  readonly unconsented: number;
}

const inForce = sql.join(statesInForce.map((state) => sql.lit(state)));

/** What is expected of the class teacher of each of these groups. */
export const groupDuties = async (
  db: CollegeDb,
  groupIds: readonly string[],
  year: number,
  today: Day,
): Promise<GroupDuty[]> => {
  const { rows } = await sql<GroupDuty>`
    with members as (
      select p.id, p.group_id from persons p
      where p.left_on is null and p.group_id = any(${sql.val([...groupIds])}::uuid[])
        and (p.id in (select person_id from mentees where left_on is null)
          or p.id in (select person_id from mentors where left_on is null))
    ), consented as (
      select person_id from consent_states('processing', ${today}::date) where state in (${inForce})
    )
    select g.id, g.code,
      exists (select from need_sheets s where s.group_id = g.id and s.year = ${year})
        or exists (select from needs n join members m on m.id = n.person_id
          where m.group_id = g.id and n.year = ${year} and n.withdrawn_on is null) as answered,
      count(m.id)::int as members,
      (count(m.id) filter (where m.id not in (select person_id from consented)))::int as unconsented
    from study_groups g left join members m on m.group_id = g.id
    where g.id = any(${sql.val([...groupIds])}::uuid[]) and g.graduated_on is null
    group by g.id, g.code order by g.code`.execute(db);
  return rows;
};
