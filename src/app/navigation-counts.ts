import { sql } from 'kysely';
import { mayAnswer } from '../features/library/access.ts';
import { waitingQuestions } from '../features/library/question-rows.ts';
import { mayReadPairs } from '../features/pairs/access.ts';
import type { Ctx } from '../platform/context.ts';
import { recall } from '../platform/remembered.ts';

/** Numbers beside the places of the menu: one query, no names. None for those who see only a part of the college. */
export const navigationCounts = async (ctx: Ctx): Promise<Readonly<Record<string, number>>> => {
  if (mayReadPairs(ctx.actor) !== true) return {};
  const counts = await recall(ctx.actor.college, `menu ${ctx.today}`, () => count(ctx));
  const { '/questions': questions, ...others } = counts;
  return mayAnswer(ctx.actor) === true && questions ? { ...others, '/questions': questions } : others;
};

const count = async (ctx: Ctx): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ mentees: number; mentors: number; pairs: number }>`
    select
      (select count(*) from mentees where left_on is null) as mentees,
      (select count(*) from mentors where left_on is null) as mentors,
      (select count(*) from pairs where till_day >= ${ctx.today}::date) as pairs`.execute(ctx.db);
  const [counts] = rows;
  const questions = await waitingQuestions(ctx.db);
  return counts
    ? { '/mentees': counts.mentees, '/mentors': counts.mentors, '/pairs': counts.pairs, '/questions': questions }
    : {};
};
