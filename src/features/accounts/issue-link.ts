import { createHash, randomBytes } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { mayOpenWayInto } from './access.ts';
import { codeOf, linkDays, plainCode } from './account.ts';
import { accountById, insertLink } from './rows.ts';

/** Only hashes are stored: a copy of the database opens no door. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What is printed on a person's sheet; nobody can read it again later. */
export interface PersonalLink {
  /** Goes into /enter/<token>. */
  readonly token: string;
  /** «K7PM-2QXR», typed by hand. */
  readonly code: string;
}

/** Gives a person a link and a code that work once, within thirty days. An earlier unused one stops working. */
export const issueLink = async (ctx: Ctx, accountId: string): Promise<Outcome<PersonalLink>> => {
  const account = await accountById(ctx.db, accountId);
  demand(mayOpenWayInto(ctx.actor, account.roles));

  const link = { token: randomBytes(24).toString('base64url'), code: codeOf(randomBytes(8)) };
  await insertLink(ctx.db, {
    accountId,
    tokenHash: hashOf(link.token),
    codeHash: hashOf(plainCode(link.code)),
    expiresAt: new Date(now().getTime() + linkDays * 86_400_000),
    createdBy: ctx.actor.accountId,
  });
  await record(ctx, 'account.link-issued', { kind: 'account', id: accountId });
  return done(link);
};
