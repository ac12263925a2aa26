import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { eachPerson, recordEach } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import { setLeft } from './rows.ts';

/** Marks people as gone from a day on: they stay in papers and history, but no longer in the registers. */
export const leavePersons = async (
  ctx: Ctx,
  { ids, leftOn }: { ids: readonly string[]; leftOn: Day },
): Promise<Outcome<number, 'nobody' | 'in-future'>> => {
  demand(mayChangePeople(ctx.actor));
  if (leftOn > ctx.today) return refused('in-future');
  const left = await setLeft(ctx.db, ids, leftOn);
  if (left.length === 0) return refused('nobody');
  await recordEach(ctx, 'person.left', eachPerson(left, { day: leftOn }));
  return done(left.length);
};

/** Takes a mark of leaving back. */
export const returnPersons = async (ctx: Ctx, ids: readonly string[]): Promise<Outcome<number, 'nobody'>> => {
  demand(mayChangePeople(ctx.actor));
  const back = await setLeft(ctx.db, ids, null);
  if (back.length === 0) return refused('nobody');
  await recordEach(ctx, 'person.returned', eachPerson(back));
  return done(back.length);
};
