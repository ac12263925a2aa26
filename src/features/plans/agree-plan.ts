import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { keepScan } from '../documents/attach-scan.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { type ListedPair, pairById } from '../pairs/rows.ts';
import { mayAgree, mayKeepPlans, mayWritePlan, sideOf } from './access.ts';
import { type Lack, lacksOf, type PlanSide, type PlanVersion, planSides, type Standing, standingOf } from './plan.ts';
import { agreementsOf, deleteAgreements, holdPlan, insertAgreement, setState, tasksOf, versionsOf } from './rows.ts';

export type ProposeRefusal = 'no-draft' | 'changed-meanwhile' | Lack;
export type AgreeRefusal = 'not-proposed' | 'changed-meanwhile' | 'already-agreed';
export type PaperRefusal = AgreeRefusal | 'day-ahead' | 'nobody';

const take = async (ctx: Ctx, planId: string): Promise<Standing & { readonly pair: ListedPair }> => {
  const plan = found(await holdPlan(ctx.db, planId), 'plan');
  const pair = found(await pairById(ctx.db, plan.pairId), 'pair');
  return { pair, ...standingOf(await versionsOf(ctx.db, planId)) };
};

/** Sends the draft for agreement. A mentor who sends it agrees by that; after a curator's sending both sides agree. */
export const proposePlan = async (
  ctx: Ctx,
  planId: string,
  version: number,
): Promise<Outcome<undefined, ProposeRefusal>> => {
  const { pair, open } = await take(ctx, planId);
  demand(mayWritePlan(ctx.actor, pair));
  if (open?.state !== 'draft') return refused('no-draft');
  if (open.version !== version) return refused('changed-meanwhile');
  const [lack] = lacksOf(open, await tasksOf(ctx.db, open.id));
  if (lack) return refused(lack);

  await setState(ctx.db, open.id, { state: 'proposed', proposedOn: ctx.today, remark: '' });
  await record(ctx, 'plan.proposed', { kind: 'plan', id: planId }, { number: open.number });
  if (sideOf(ctx.actor, pair) === 'mentor') await agree(ctx, planId, open, 'mentor');
  return done();
};

/** A side agrees on its own account. The second agreement puts the version into force and the former one out of it. */
export const agreePlan = async (
  ctx: Ctx,
  planId: string,
  version: number,
): Promise<Outcome<'agreed' | 'waiting', AgreeRefusal>> => {
  const { pair, open } = await take(ctx, planId);
  demand(mayAgree(ctx.actor, pair));
  if (open?.state !== 'proposed') return refused('not-proposed');
  if (open.version !== version) return refused('changed-meanwhile');
  const side = sideOf(ctx.actor, pair) ?? 'mentee';
  if (!(await agree(ctx, planId, open, side))) return refused('already-agreed');
  return done(await settle(ctx, planId, open));
};

const agree = async (ctx: Ctx, planId: string, { id, number }: PlanVersion, side: PlanSide): Promise<boolean> => {
  const by = { way: 'account', agreedOn: ctx.today, scanFileId: null, accountId: ctx.actor.accountId } as const;
  if (!(await insertAgreement(ctx.db, id, side, by))) return false;
  await record(ctx, 'plan.side-agreed', { kind: 'plan', id: planId }, { number, side, way: 'account' });
  return true;
};

/** Puts a version into force once both sides stand under it. */
const settle = async (ctx: Ctx, planId: string, open: PlanVersion): Promise<'agreed' | 'waiting'> => {
  const sides = (await agreementsOf(ctx.db, planId)).filter(({ versionId }) => versionId === open.id);
  if (sides.length < planSides.length) return 'waiting';
  const { inForce } = standingOf(await versionsOf(ctx.db, planId));
  if (inForce) await setState(ctx.db, inForce.id, { state: 'superseded' });
  await setState(ctx.db, open.id, { state: 'agreed', agreedOn: ctx.today });
  await record(ctx, 'plan.agreed', { kind: 'plan', id: planId }, { number: open.number });
  return 'agreed';
};

/** A side asks to change something instead of agreeing: the version is a draft again, with the words of the one who asks. */
export const returnPlan = async (
  ctx: Ctx,
  planId: string,
  { version, remark }: { readonly version: number; readonly remark: string },
): Promise<Outcome<undefined, Exclude<AgreeRefusal, 'already-agreed'>>> => {
  const { pair, open } = await take(ctx, planId);
  demand(mayAgree(ctx.actor, pair));
  if (open?.state !== 'proposed') return refused('not-proposed');
  if (open.version !== version) return refused('changed-meanwhile');
  await deleteAgreements(ctx.db, open.id);
  await setState(ctx.db, open.id, { state: 'draft', proposedOn: null, remark });
  await record(ctx, 'plan.returned', { kind: 'plan', id: planId }, { number: open.number });
  return done();
};

/** The writer takes a version back that waits for agreement; an agreement given to it goes, the journal keeps it. */
export const takePlanBack = async (ctx: Ctx, planId: string): Promise<Outcome<undefined, 'not-proposed'>> => {
  const { pair, open } = await take(ctx, planId);
  demand(mayWritePlan(ctx.actor, pair));
  if (open?.state !== 'proposed') return refused('not-proposed');
  await deleteAgreements(ctx.db, open.id);
  await setState(ctx.db, open.id, { state: 'draft', proposedOn: null });
  await record(ctx, 'plan.taken-back', { kind: 'plan', id: planId }, { number: open.number });
  return done();
};

export interface PaperInput {
  readonly version: number;
  readonly sides: readonly PlanSide[];
  readonly on: Day;
  readonly scan?: CheckedUpload | undefined;
}

/** A curator writes down who signed the printed plan, with the day and maybe the scan. */
export const agreeOnPaper = async (
  ctx: Ctx & Pick<PaperCtx, 'store'>,
  planId: string,
  { version, sides, on, scan }: PaperInput,
): Promise<Outcome<'agreed' | 'waiting', PaperRefusal>> => {
  const { open } = await take(ctx, planId);
  demand(mayKeepPlans(ctx.actor));
  if (open?.state !== 'proposed') return refused('not-proposed');
  if (open.version !== version) return refused('changed-meanwhile');
  if (sides.length === 0) return refused('nobody');
  if (on > ctx.today) return refused('day-ahead');

  const scanFileId = scan ? await keepScan(ctx, scan) : null;
  for (const side of sides) {
    const by = { way: 'paper', agreedOn: on, scanFileId, accountId: ctx.actor.accountId } as const;
    if (!(await insertAgreement(ctx.db, open.id, side, by))) continue;
    const details = { number: open.number, side, way: 'paper', on };
    await record(ctx, 'plan.side-agreed', { kind: 'plan', id: planId }, details);
  }
  return done(await settle(ctx, planId, open));
};
