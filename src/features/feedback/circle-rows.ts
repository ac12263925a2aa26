import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Circle } from '../questionnaires/round-rows.ts';

/** One side of all pairs that work on a day. */
export const workingSide = (side: 'mentor' | 'mentee', on: Day): Circle => ({
  code: `working-${side}s`,
  label: side,
  people: sql`select ${sql.ref(`${side}_id`)} from pairs where ${on}::date between from_day and till_day`,
});
