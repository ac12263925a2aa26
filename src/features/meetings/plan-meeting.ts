import { randomBytes } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { contains } from '../../kernel/period.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { ListedPair } from '../pairs/rows.ts';
import { mayPlanMeeting } from './access.ts';
import type { Meeting, MeetingPlan } from './meeting.ts';
import { insertPlanned, meetingsOf, updatePlanned } from './rows.ts';
import { theMeeting, thePair } from './the-pair.ts';

export type PlanRefusal = 'day-behind' | 'outside-period' | 'same-time' | 'changed-meanwhile';

const refusalOf = (
  plan: MeetingPlan,
  pair: ListedPair,
  others: readonly Meeting[],
  today: Ctx['today'],
): PlanRefusal | undefined => {
  if (plan.day < today) return 'day-behind';
  if (!contains(pair, plan.day)) return 'outside-period';
  const same = others.some(
    ({ state, day, starts }) => state === 'planned' && day === plan.day && starts === plan.starts,
  );
  return same ? 'same-time' : undefined;
};

/** Agrees on a meeting; the other side sees it at once. Answers its id. */
export const planMeeting = async (
  ctx: Ctx,
  { pairId, ...plan }: MeetingPlan & { readonly pairId: string },
): Promise<Outcome<string, PlanRefusal>> => {
  const { pair, parties } = await thePair(ctx, pairId);
  demand(mayPlanMeeting(ctx.actor, parties));
  const refusal = refusalOf(plan, pair, await meetingsOf(ctx.db, [pairId]), ctx.today);
  if (refusal) return refused(refusal);
  const doorKey = randomBytes(24).toString('base64url');
  const id = await insertPlanned(ctx.db, { ...plan, pairId, doorKey, personId: ctx.actor.personId });
  await record(ctx, 'meeting.planned', { kind: 'meeting', id }, { day: plan.day, kind: plan.kind });
  return done(id);
};

/** Moves a planned meeting, or says more of it. */
export const changeMeeting = async (
  ctx: Ctx,
  { meetingId, version, ...plan }: MeetingPlan & { readonly meetingId: string; readonly version: number },
): Promise<Outcome<undefined, PlanRefusal>> => {
  const { pair, parties } = await theMeeting(ctx, meetingId);
  demand(mayPlanMeeting(ctx.actor, parties));
  const others = (await meetingsOf(ctx.db, [pair.id])).filter(({ id }) => id !== meetingId);
  const refusal = refusalOf(plan, pair, others, ctx.today);
  if (refusal) return refused(refusal);
  if (!(await updatePlanned(ctx.db, meetingId, version, plan))) return refused('changed-meanwhile');
  await record(ctx, 'meeting.moved', { kind: 'meeting', id: meetingId }, { day: plan.day });
  return done();
};

/** Calls a planned meeting off; it stays in the line and in everybody's calendar as cancelled. */
export const cancelMeeting = async (
  ctx: Ctx,
  { meetingId, version, reason }: { readonly meetingId: string; readonly version: number; readonly reason: string },
): Promise<Outcome<undefined, 'changed-meanwhile'>> => {
  const { parties } = await theMeeting(ctx, meetingId);
  demand(mayPlanMeeting(ctx.actor, parties));
  if (!(await updatePlanned(ctx.db, meetingId, version, { state: 'cancelled', reason })))
    return refused('changed-meanwhile');
  await record(ctx, 'meeting.cancelled', { kind: 'meeting', id: meetingId });
  return done();
};
