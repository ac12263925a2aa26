import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { addTask } from '../../platform/tasks.ts';
import { mayKeepCampaigns } from './access.ts';
import { stateOf } from './campaign.ts';
import { campaignById } from './campaign-rows.ts';
import { noteReminders, recipientsOf, silentGroups } from './letter-rows.ts';
import { campaignTaskKinds, lettersTaskTitle } from './task-texts.ts';

export type RemindRefusal = 'campaign-over' | 'nobody' | 'no-mail';

const running = async (ctx: Ctx, campaignId: string) => {
  const campaign = found(await campaignById(ctx.db, campaignId), 'campaign');
  demand(mayKeepCampaigns(ctx.actor));
  return stateOf(campaign, ctx.today) === 'running' ? campaign : undefined;
};

/** Reminds class teachers of silent groups who come into the system: their duty stands on «Сегодня». Answers how many groups. */
export const remindInSystem = async (ctx: Ctx, campaignId: string): Promise<Outcome<number, RemindRefusal>> => {
  const campaign = await running(ctx, campaignId);
  if (!campaign) return refused('campaign-over');
  const groups = (await silentGroups(ctx.db, campaign)).filter(({ hasAccount }) => hasAccount);
  if (groups.length === 0) return refused('nobody');
  return done(await note(ctx, campaignId, 'system', groups));
};

/** Notes that somebody has spoken to the class teachers of these groups, or handed them the printed list. */
export const remindInPerson = async (
  ctx: Ctx,
  campaignId: string,
  groupIds: readonly string[],
): Promise<Outcome<number, RemindRefusal>> => {
  const campaign = await running(ctx, campaignId);
  if (!campaign) return refused('campaign-over');
  const groups = (await silentGroups(ctx.db, campaign)).filter(({ id }) => groupIds.includes(id));
  if (groups.length === 0) return refused('nobody');
  return done(await note(ctx, campaignId, 'person', groups));
};

const note = async (
  ctx: Ctx,
  campaignId: string,
  way: 'system' | 'person',
  groups: readonly { readonly id: string; readonly code: string }[],
): Promise<number> => {
  const ids = groups.map(({ id }) => id);
  await noteReminders(ctx.db, { campaignId, on: ctx.today, way, accountId: ctx.actor.accountId }, ids);
  const details = { way, groups: groups.map(({ code }) => code) };
  await record(ctx, 'campaign.reminded', { kind: 'campaign', id: campaignId }, details);
  return groups.length;
};

/** Orders letters to all who have not answered and have an address. Answers the task that sends them. */
export const orderLetters = async (
  ctx: Ctx,
  campaignId: string,
  sendsMail: boolean,
): Promise<Outcome<string, RemindRefusal>> => {
  const campaign = await running(ctx, campaignId);
  if (!campaign) return refused('campaign-over');
  if (!sendsMail) return refused('no-mail');
  const people = (await recipientsOf(ctx.db, campaign, ctx.today)).length;
  if (people === 0) return refused('nobody');

  const { accountId } = ctx.actor;
  const kind = campaignTaskKinds.letters;
  const taskId = await addTask(ctx.db, { kind, title: lettersTaskTitle(people), input: { campaignId }, accountId });
  await record(ctx, 'campaign.letters-sent', { kind: 'campaign', id: campaignId }, { people });
  return done(taskId);
};
