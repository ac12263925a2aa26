import { sql } from 'kysely';
import type { CollegeDb } from '../platform/db.ts';

/** Numbers beside the places of the menu: one query, no names. */
export const navigationCounts = async (db: CollegeDb): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ mentees: number; mentors: number; pairs: number }>`
    select
      (select count(*) from mentees where left_on is null)::int as mentees,
      (select count(*) from mentors where left_on is null)::int as mentors,
      (select count(*) from pairs where till_day >= current_date)::int as pairs`.execute(db);
  const [counts] = rows;
  return counts ? { '/mentees': counts.mentees, '/mentors': counts.mentors, '/pairs': counts.pairs } : {};
};
