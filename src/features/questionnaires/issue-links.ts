import { createHash, randomBytes } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { groupById } from '../people/study-group-rows.ts';
import { mayEnterPapers, mayKeepQuestionnaires } from './access.ts';
import { type Round, roundState } from './round.ts';
import { invitationOf, invitedOf, replaceLinks, roundById } from './round-rows.ts';

/** Only hashes are stored: a copy of the database opens no door. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The key of a nameless sheet comes out of the link itself: without the link nobody can tell whose sheet it is. */
export const sheetKeyOf = (token: string): string => hashOf(`sheet:${token}`);

export const newToken = (): string => randomBytes(18).toString('base64url');

/** A month after the last day: a round that is prolonged keeps its printed links. */
const expiryOf = (closesOn: Day): Day => addDays(closesOn, 30);

export type LinkRefusal = 'round-over' | 'nobody-left';

/** A link for everybody, or for everybody of one group. The earlier one of the same kind stops working. */
export const issueCommonLink = async (
  ctx: Ctx,
  roundId: string,
  groupId: string | null,
): Promise<Outcome<string, LinkRefusal>> => {
  const round = found(await roundById(ctx.db, roundId), 'round');
  demand(groupId === null ? mayKeepQuestionnaires(ctx.actor) : mayEnterPapers(ctx.actor, { groupId }));
  if (groupId !== null) found(await groupById(ctx.db, groupId), 'group');
  if (roundState(round, ctx.today) === 'over') return refused('round-over');
  const token = newToken();
  await replaceLinks(
    ctx.db,
    roundId,
    [{ personId: null, groupId, tokenHash: hashOf(token) }],
    expiryOf(round.closesOn),
  );
  await record(ctx, 'round.common-link-issued', { kind: 'round', id: roundId });
  return done(token);
};

export interface PersonalLink {
  readonly personId: string;
  readonly name: string;
  readonly groupCode: string | null;
  readonly token: string;
}

/** Links for all of a group (null: for everybody asked) who have not answered yet; their earlier links stop working. */
export const issuePersonalLinks = async (
  ctx: Ctx,
  roundId: string,
  groupId: string | null,
): Promise<Outcome<readonly PersonalLink[], LinkRefusal>> => {
  const round = found(await roundById(ctx.db, roundId), 'round');
  demand(groupId === null ? mayKeepQuestionnaires(ctx.actor) : mayEnterPapers(ctx.actor, { groupId }));
  if (roundState(round, ctx.today) === 'over') return refused('round-over');
  const invited = await invitedOf(ctx.db, roundId, groupId === null ? 'all' : [groupId]);
  const links = invited
    .filter(({ answered }) => !answered)
    .map(({ personId, lastName, firstName, groupCode }) => ({
      personId,
      name: `${lastName} ${firstName}`,
      groupCode,
      token: newToken(),
    }));
  if (links.length === 0) return refused('nobody-left');
  const kept = links.map(({ personId, token }) => ({ personId, groupId: null, tokenHash: hashOf(token) }));
  await replaceLinks(ctx.db, roundId, kept, expiryOf(round.closesOn));
  await record(ctx, 'round.personal-links-issued', { kind: 'round', id: roundId }, { people: links.length });
  return done(links);
};

/** A link for one person who is asked in the round; the earlier one stops working. Whoever calls it has checked that they may. */
export const freshLink = async (
  db: CollegeDb,
  { id, closesOn }: Pick<Round, 'id' | 'closesOn'>,
  personId: string,
): Promise<string> => {
  const token = newToken();
  await replaceLinks(db, id, [{ personId, groupId: null, tokenHash: hashOf(token) }], expiryOf(closesOn));
  return token;
};

export type OwnLinkRefusal = 'round-over' | 'not-asked' | 'already-answered';

/**
 * The way from an account into an anonymous round: a fresh link for oneself, so that nothing ties the account to the
 * answers. A sheet begun by an earlier link stays unfinished and counts nowhere.
 */
export const issueOwnLink = async (ctx: Ctx, roundId: string): Promise<Outcome<string, OwnLinkRefusal>> => {
  const round = found(await roundById(ctx.db, roundId), 'round');
  const { personId } = ctx.actor;
  const own = personId === null ? undefined : await invitationOf(ctx.db, roundId, personId);
  if (!own) return refused('not-asked');
  if (roundState(round, ctx.today) !== 'running') return refused('round-over');
  if (own.answered) return refused('already-answered');
  return done(await freshLink(ctx.db, round, own.personId));
};
