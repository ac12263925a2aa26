import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { eachPerson, recordEach } from '../../platform/journal.ts';
import { mayKeepRegisters } from './access.ts';
import type { Base } from './member.ts';
import { enter } from './member-rows.ts';

/** Puts chosen people into a base. Those who are in it already, or may not be, are passed over; answers how many entered. */
export const addMembers = async (
  ctx: Ctx,
  base: Base,
  personIds: readonly string[],
): Promise<Outcome<number, 'nobody'>> => {
  demand(mayKeepRegisters(ctx.actor));

  const entered = await enter(ctx.db, base, personIds, ctx.today);
  if (entered.length === 0) return refused('nobody');

  await recordEach(ctx, `${base}.entered`, eachPerson(entered));
  return done(entered.length);
};
