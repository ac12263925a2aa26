import { sql } from 'kysely';
import { mayReadPairs } from '../features/pairs/access.ts';
import type { Ctx } from '../platform/context.ts';
import { recall } from '../platform/remembered.ts';

/** Numbers beside the places of the menu: one query, no names. None for those who see only a part of the college. */
export const navigationCounts = async (ctx: Ctx): Promise<Readonly<Record<string, number>>> => {
  if (mayReadPairs(ctx.actor) !== true) return {};
  return recall(ctx.actor.college, `menu ${ctx.today}`, () => count(ctx));
};

const count = async (ctx: Ctx): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ mentees: number; mentors: number; pairs: number }>`
    select
      (select count(*) from mentees where left_on is null) as mentees,
      (select count(*) from mentors where left_on is null) as mentors,
      (select count(*) from pairs where till_day >= ${ctx.today}::date) as pairs`.execute(ctx.db);
  const [counts] = rows;
  return counts ? { '/mentees': counts.mentees, '/mentors': counts.mentors, '/pairs': counts.pairs } : {};
};
