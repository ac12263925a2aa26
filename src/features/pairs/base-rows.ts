import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';

export interface Candidate {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly place: string;
}

/** People of a base for choosing by hand, by name. */
export const candidates = async (db: CollegeDb, base: 'mentors' | 'mentees'): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`
    select p.id, p.last_name as "lastName", p.first_name as "firstName", p.patronymic,
      coalesce(g.code, nullif(concat_ws(', ', nullif(p.post, ''), o.name), ''), '') as place
    from ${sql.table(base)} b join persons p on p.id = b.person_id
      left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
    where b.left_on is null and p.left_on is null
    order by p.last_name, p.first_name, p.patronymic`.execute(db);
  return rows;
};
