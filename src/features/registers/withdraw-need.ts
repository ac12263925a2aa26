import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personById } from '../people/rows.ts';
import { mayEnterNeeds, mayReadSecrets } from './access.ts';
import { needById, withdrawNeedRow } from './need-rows.ts';

/** Takes a need back: it was met elsewhere, or was a mistake. It stays in the history. */
export const withdrawNeed = async (ctx: Ctx, needId: string): Promise<Outcome<string, 'already-withdrawn'>> => {
  const need = found(await needById(ctx.db, needId), 'need');
  const person = found(await personById(ctx.db, need.personId), 'person');
  demand(mayEnterNeeds(ctx.actor, person));
  if (need.confidential) demand(mayReadSecrets(ctx.actor));

  if (!(await withdrawNeedRow(ctx.db, needId, ctx.today))) return refused('already-withdrawn');
  await record(
    ctx,
    'need.withdrawn',
    { kind: 'person', id: person.id },
    need.confidential ? {} : { topic: need.topic },
  );
  return done(person.id);
};
