import { demand } from '../../kernel/actor.ts';
import { Failure } from '../../kernel/failure.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepRegisters } from './access.ts';
import type { Base } from './member.ts';
import { leave } from './member-rows.ts';

export type ReleaseRefusal = 'not-in-base' | 'running-pair';

/** Lets a person out of a base, with the reason. Refused while a pair of theirs runs: it is ended first, by its own order. */
export const releaseMember = async (
  ctx: Ctx,
  base: Base,
  personId: string,
  reason: string,
): Promise<Outcome<undefined, ReleaseRefusal>> => {
  demand(mayKeepRegisters(ctx.actor));

  let left = false;
  const wall = await refusedBy(ctx.db, async () => {
    left = await leave(ctx.db, base, personId, ctx.today, reason);
  });
  if (wall === 'running_pair_holds') return refused('running-pair');
  if (wall) throw new Failure('broken', wall);
  if (!left) return refused('not-in-base');

  await record(ctx, `${base}.left`, { kind: 'person', id: personId }, { reason });
  return done();
};
