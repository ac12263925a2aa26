import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { pairById } from '../pairs/rows.ts';
import { mayWritePlan } from './access.ts';
import { insertPlan, insertTasks, insertVersion } from './rows.ts';
import { laidOut } from './template.ts';
import { templateById } from './template-rows.ts';

export type StartRefusal = 'already-there' | 'pair-over';

/** Starts a pair's plan as a draft: from a template laid over the pair's period, or empty. Answers its id. */
export const startPlan = async (
  ctx: Ctx,
  pairId: string,
  templateId: string | null,
): Promise<Outcome<string, StartRefusal>> => {
  const pair = found(await pairById(ctx.db, pairId), 'pair');
  demand(mayWritePlan(ctx.actor, pair));
  if (pair.till < ctx.today) return refused('pair-over');
  const template = templateId === null ? undefined : found(await templateById(ctx.db, templateId), 'plan template');

  const planId = await insertPlan(ctx.db, {
    ...{ pairId, templateId, madeOn: ctx.today },
    accountId: ctx.actor.accountId,
  });
  if (!planId) return refused('already-there');
  const versionId = await insertVersion(ctx.db, planId, {
    ...{ number: 1, reason: '', strengths: '', weaknesses: '', otherFormat: '' },
    goals: template?.goals ?? '',
    formats: template?.formats ?? [],
  });
  await insertTasks(ctx.db, versionId, laidOut(template?.tasks ?? [], pair));
  await record(ctx, 'plan.started', { kind: 'plan', id: planId }, { template: template?.title ?? null });
  return done(planId);
};
