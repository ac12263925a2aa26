import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { openCorrection } from '../plans/correct-plan.ts';
import { mayCloseFlag, mayKeepRisks } from './access.ts';
import { closeFlagRow, flagById, possibleOwners, setOwner } from './flag-rows.ts';
import { putRiskNorms } from './norm-rows.ts';
import type { Outcome as FlagOutcome, RiskNorms } from './risk.ts';

export type CloseRefusal = 'closed-already' | 'changed-meanwhile' | 'no-plan' | 'not-agreed' | 'waits-for-agreement';

/** Closes a flag by what was done; «plan» opens the plan's correction in the same act, or refuses. */
export const closeFlag = async (
  ctx: Ctx,
  {
    flagId,
    version,
    outcome,
    words,
  }: { readonly flagId: string; readonly version: number; readonly outcome: FlagOutcome; readonly words: string },
): Promise<Outcome<undefined, CloseRefusal>> => {
  const flag = found(await flagById(ctx.db, flagId), 'flag');
  demand(mayCloseFlag(ctx.actor, flag));
  if (flag.closedOn !== null) return refused('closed-already');
  if (flag.version !== version) return refused('changed-meanwhile');
  if (outcome === 'plan') {
    const correction = await openCorrection(ctx, flag.pairId, words);
    if (!correction.ok) return refused(correction.reason);
  }
  const { accountId } = ctx.actor;
  found(
    (await closeFlagRow(ctx.db, { id: flagId, version, on: ctx.today, outcome, words, accountId })) || null,
    'flag',
  );
  await record(ctx, 'risk.closed', { kind: 'risk', id: flagId }, { reason: flag.reason, outcome });
  return done();
};

export type OwnerRefusal = 'changed-meanwhile' | 'not-an-owner';

/** Hands a flag to somebody. */
export const handFlag = async (
  ctx: Ctx,
  { flagId, version, ownerId }: { readonly flagId: string; readonly version: number; readonly ownerId: string | null },
): Promise<Outcome<undefined, OwnerRefusal>> => {
  demand(mayKeepRisks(ctx.actor));
  const flag = found(await flagById(ctx.db, flagId), 'flag');
  if (ownerId !== null && !(await possibleOwners(ctx.db)).some(({ personId }) => personId === ownerId))
    return refused('not-an-owner');
  if (!(await setOwner(ctx.db, flagId, version, ownerId))) return refused('changed-meanwhile');
  await record(ctx, 'risk.handed', { kind: 'risk', id: flagId }, { reason: flag.reason });
  return done();
};

/** Tunes what a risk is and when questionnaires of a quarter go out. */
export const changeRiskNorms = async (
  ctx: Ctx,
  version: number,
  norms: RiskNorms,
): Promise<Outcome<undefined, 'changed-meanwhile'>> => {
  demand(mayKeepRisks(ctx.actor));
  if (!(await putRiskNorms(ctx.db, version, norms))) return refused('changed-meanwhile');
  await record(ctx, 'risks.norms-changed', { kind: 'college', id: ctx.actor.college });
  return done();
};
