import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { CollegeDb } from '../../platform/db.ts';

export interface TrainingState {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  /** Group, post or employer. */
  readonly place: string;
  readonly approved: boolean;
  /** What the fact of training rests on; null: not trained this year. */
  readonly preparation: string | null;
  readonly exempt: boolean;
}

/** Everybody in the base of mentors with the training of a year. */
export const trainingStates = async (db: CollegeDb, year: AcademicYear): Promise<TrainingState[]> => {
  const { rows } = await sql<TrainingState>`
    select p.id, p.last_name as "lastName", p.first_name as "firstName", p.patronymic,
      coalesce(g.code, nullif(p.post, ''), o.name, '') as place, m.status = 'approved' as approved,
      t.words as preparation, coalesce(t.way = 'exempt', false) as exempt
    from mentors m join persons p on p.id = m.person_id
      left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
      left join preparations t on t.person_id = p.id and t.year = ${year}
    where m.left_on is null and p.left_on is null
    order by p.last_name, p.first_name, p.patronymic, p.id`.execute(db);
  return rows;
};
