import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mayKeepCampaigns } from './access.ts';
import {
  type CampaignInput,
  campaignById,
  insertCampaign,
  openCampaign,
  setClosed,
  updateCampaign,
} from './campaign-rows.ts';

export type CampaignRefusal = 'ends-before-today' | 'one-is-open' | 'changed-meanwhile' | 'already-closed';

/** Begins to gather needs in the college's current year, today. One campaign of a year is open at a time. */
export const startCampaign = async (ctx: Ctx, input: CampaignInput): Promise<Outcome<string, CampaignRefusal>> => {
  demand(mayKeepCampaigns(ctx.actor));
  if (input.tillDay < ctx.today) return refused('ends-before-today');
  const { currentYear: year } = await theCollege(ctx.db);
  if (await openCampaign(ctx.db, year)) return refused('one-is-open');

  let id = '';
  const wall = await refusedBy(ctx.db, async () => {
    id = await insertCampaign(ctx.db, { ...input, year, openedOn: ctx.today });
  });
  if (wall) return refused('one-is-open');
  await record(ctx, 'campaign.opened', { kind: 'campaign', id }, { till: input.tillDay, audiences: input.audiences });
  return done(id);
};

/** Another title, last day or audience; links that are out follow the new day. */
export const changeCampaign = async (
  ctx: Ctx,
  id: string,
  { version, ...input }: CampaignInput & { readonly version: number },
): Promise<Outcome<undefined, CampaignRefusal>> => {
  demand(mayKeepCampaigns(ctx.actor));
  const campaign = found(await campaignById(ctx.db, id), 'campaign');
  if (campaign.closedOn !== null) return refused('already-closed');
  if (input.tillDay < campaign.openedOn) return refused('ends-before-today');

  if (!(await updateCampaign(ctx.db, id, version, input))) return refused('changed-meanwhile');
  await record(ctx, 'campaign.changed', { kind: 'campaign', id }, { till: input.tillDay, audiences: input.audiences });
  return done();
};

/** Ends a campaign: all its links stop working at once. */
export const closeCampaign = async (ctx: Ctx, id: string): Promise<Outcome<undefined, CampaignRefusal>> => {
  demand(mayKeepCampaigns(ctx.actor));
  const campaign = found(await campaignById(ctx.db, id), 'campaign');
  if (campaign.closedOn !== null) return refused('already-closed');

  await setClosed(ctx.db, id, ctx.today);
  await record(ctx, 'campaign.closed', { kind: 'campaign', id });
  return done();
};

/** Takes the end back: links that were not revoked work again until the last day. */
export const reopenCampaign = async (ctx: Ctx, id: string): Promise<Outcome<undefined, CampaignRefusal>> => {
  demand(mayKeepCampaigns(ctx.actor));
  found(await campaignById(ctx.db, id), 'campaign');

  if (await refusedBy(ctx.db, () => setClosed(ctx.db, id, null))) return refused('one-is-open');
  await record(ctx, 'campaign.reopened', { kind: 'campaign', id });
  return done();
};
