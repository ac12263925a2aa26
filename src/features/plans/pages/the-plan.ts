import { demand } from '../../../kernel/actor.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx } from '../../../platform/http/route.ts';
import { type ListedPair, pairById } from '../../pairs/rows.ts';
import { mayReadPlan, mayWritePlan, sideOf } from '../access.ts';
import { marksOf } from '../mark-rows.ts';
import {
  type Agreement,
  type Marked,
  type PlanSide,
  type PlanTask,
  type PlanVersion,
  type Standing,
  standingOf,
} from '../plan.ts';
import { agreementsOf, type Plan, planById, tasksOf, versionsOf } from '../rows.ts';

/** A plan as one person may see it. */
export interface ThePlan extends Standing {
  readonly plan: Plan;
  readonly pair: ListedPair;
  /** Those that this person may see, the newest first. */
  readonly versions: readonly PlanVersion[];
  readonly marks: ReadonlyMap<string, Marked>;
  readonly agreements: readonly (Agreement & { readonly versionId: string })[];
  /** Of the person who looks. */
  readonly side: PlanSide | undefined;
  readonly writes: boolean;
}

/** The plan of this address, for those who may read it. A draft is seen by its writers only. */
export const thePlan = (ctx: PageCtx, input: Input): Promise<ThePlan> => planFor(ctx, param(input, 'planId'));

export const planFor = async (ctx: PageCtx, planId: string): Promise<ThePlan> => {
  const plan = found(await planById(ctx.db, planId), 'plan');
  const pair = await thePair(ctx, plan.pairId);
  const all = await versionsOf(ctx.db, plan.id);
  const writes = mayWritePlan(ctx.actor, pair) === true;
  return {
    ...{ plan, pair, writes },
    ...standingOf(all),
    versions: all.filter(({ state }) => writes || state !== 'draft'),
    marks: await marksOf(ctx.db, plan.id),
    agreements: await agreementsOf(ctx.db, plan.id),
    side: sideOf(ctx.actor, pair),
  };
};

/** The pair, for those who may read it. */
export const thePair = async (ctx: PageCtx, pairId: string): Promise<ListedPair> => {
  const pair = found(await pairById(ctx.db, pairId), 'pair');
  demand(mayReadPlan(ctx.actor, { ...pair, mentorGroupId: pair.mentor.groupId, menteeGroupId: pair.mentee.groupId }));
  return pair;
};

export interface Shown {
  readonly version: PlanVersion;
  readonly tasks: readonly PlanTask[];
}

/** The version asked for by its number; otherwise the one that waits, the one under the pen, the one in force. */
export const shownVersion = async (
  ctx: PageCtx,
  { versions, open, inForce }: ThePlan,
  number?: number,
): Promise<Shown | undefined> => {
  const asked =
    number === undefined
      ? undefined
      : found(
          versions.find((one) => one.number === number),
          'version',
        );
  const seen = versions.find(({ id }) => id === open?.id);
  const version = asked ?? seen ?? inForce;
  return version && { version, tasks: await tasksOf(ctx.db, version.id) };
};

/** The draft of this plan, for its writers; missing means that somebody has sent it meanwhile. */
export const draftOf = ({ open, writes }: ThePlan): PlanVersion | undefined =>
  writes && open?.state === 'draft' ? open : undefined;
