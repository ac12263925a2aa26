import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepNorms } from './access.ts';
import type { MeetingNorms } from './norm.ts';
import { putMeetingNorms } from './norm-rows.ts';

export type NormRefusal = 'changed-meanwhile' | 'order-broken';

/** Changes by when meetings are expected; pairs that work are judged by the new days at once. */
export const changeMeetingNorms = async (
  ctx: Ctx,
  { version, ...norms }: MeetingNorms & { readonly version: number },
): Promise<Outcome<undefined, NormRefusal>> => {
  demand(mayKeepNorms(ctx.actor));
  if (norms.acquaintanceDays > norms.trialDays || norms.trialDays > norms.planningDays) return refused('order-broken');
  if (!(await putMeetingNorms(ctx.db, version, norms))) return refused('changed-meanwhile');
  await record(ctx, 'meetings.norms-changed', { kind: 'college', id: null }, { ...norms });
  return done();
};
