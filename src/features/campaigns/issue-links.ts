import { createHash, randomBytes } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepCampaigns, mayPrintLinks } from './access.ts';
import { type Audience, type Campaign, isStaff, stateOf } from './campaign.ts';
import { campaignById } from './campaign-rows.ts';
import { insertLinks, type LinksOf, type NewLink, revokeLinkRows } from './link-rows.ts';
import { groupLines, personLines, psychologists } from './register-rows.ts';

/** Only hashes are stored: a copy of the database opens no door. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const newToken = (): string => randomBytes(18).toString('base64url');

/** personal: a link each · common: one for all of a group (for psychologists: of the college). */
export const linkKinds = ['personal', 'common'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** One card of a printed sheet; its secret is stored nowhere. */
export interface LinkCard {
  readonly token: string;
  readonly audience: Audience;
  readonly kind: LinkKind;
  /** Whom a personal card is handed to (for a parent: whose); '' on a common one. */
  readonly name: string;
  readonly groupCode: string | null;
}

export interface LinksInput {
  readonly campaignId: string;
  readonly audience: Audience;
  readonly kind: LinkKind;
  /** null: for psychologists, or common links of every group. */
  readonly groupId: string | null;
}

export type LinkRefusal = 'campaign-over' | 'not-asked' | 'nobody-left';

type Wanted = Omit<LinkCard, 'token'> & Pick<NewLink, 'personId' | 'groupId'>;

/**
 * Makes links to print: personal ones for those who have not answered yet, or a common one. Earlier links go on working,
 * so a sheet may be printed again for one lost card; whoever must not come in is shut out by `revokeLinks`.
 */
export const issueLinks = async (ctx: Ctx, input: LinksInput): Promise<Outcome<readonly LinkCard[], LinkRefusal>> => {
  const campaign = found(await campaignById(ctx.db, input.campaignId), 'campaign');
  demand(mayPrintLinks(ctx.actor, input));
  if (stateOf(campaign, ctx.today) !== 'running') return refused('campaign-over');
  if (!campaign.audiences.includes(input.audience)) return refused('not-asked');
  const wanted = await wantedLinks(ctx, campaign, input);
  if (wanted.length === 0) return refused('nobody-left');

  const cards = wanted.map((one) => ({ ...one, token: newToken() }));
  await insertLinks(
    ctx.db,
    { campaignId: campaign.id, madeOn: ctx.today, accountId: ctx.actor.accountId },
    cards.map(({ audience, personId, groupId, token }) => ({ audience, personId, groupId, tokenHash: hashOf(token) })),
  );
  const details = { audience: input.audience, kind: input.kind, links: cards.length };
  await record(ctx, 'campaign.links-issued', { kind: 'campaign', id: campaign.id }, details);
  return done(cards);
};

const wantedLinks = async (
  { db, today }: Ctx,
  campaign: Campaign,
  { audience, kind, groupId }: LinksInput,
): Promise<Wanted[]> => {
  if (audience === 'psychologist') {
    const base = { audience, kind, groupId: null, groupCode: null };
    if (kind === 'common') return [{ ...base, personId: null, name: '' }];
    const staff = await psychologists(db, campaign);
    return staff.map(({ id, name }) => ({ ...base, personId: id, name }));
  }
  const groups = (await groupLines(db, campaign, groupId === null ? 'all' : [groupId], today)).filter(
    ({ students }) => students > 0,
  );
  if (groupId !== null) found(groups[0], 'group');
  if (kind === 'common' || audience === 'class-teacher') {
    return groups
      .filter((group) => audience !== 'class-teacher' || kind === 'common' || group.teacherId !== null)
      .map((group) => ({
        audience,
        kind,
        groupId: group.id,
        groupCode: group.code,
        personId: kind === 'personal' ? group.teacherId : null,
        name: kind === 'personal' ? (group.teacherName ?? '') : '',
      }));
  }
  if (groupId === null) return [];
  const lines = await personLines(db, campaign, groupId, today);
  const silent = lines.filter((line) => (audience === 'student' ? !line.answered : line.minor && !line.parentAnswered));
  const groupCode = groups[0]?.code ?? null;
  return silent.map(({ id, name }) => ({ audience, kind, groupId, groupCode, personId: id, name }));
};

/**
 * Ends all links of a group for one audience (no group: those of the whole college), or the cards of one person among them,
 * at once. Answers how many.
 */
export const revokeLinks = async (ctx: Ctx, input: LinksOf): Promise<Outcome<number>> => {
  found(await campaignById(ctx.db, input.campaignId), 'campaign');
  demand(
    input.groupId === null || isStaff(input.audience) ? mayKeepCampaigns(ctx.actor) : mayPrintLinks(ctx.actor, input),
  );

  const count = await revokeLinkRows(ctx.db, input, ctx.today);
  const details = { audience: input.audience, links: count };
  await record(ctx, 'campaign.links-revoked', { kind: 'campaign', id: input.campaignId }, details);
  return done(count);
};
