import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepExperts } from './access.ts';
import type { InvitationOutcome } from './expert.ts';
import { expertById, insertInvitation, invitationById, setOutcome } from './rows.ts';

export type InviteRefusal = 'left-the-bank';

/** Remembers that an expert was asked: when, and for what. */
export const inviteExpert = async (
  ctx: Ctx,
  invitation: { readonly expertId: string; readonly day: Day; readonly purpose: string },
): Promise<Outcome<undefined, InviteRefusal>> => {
  demand(mayKeepExperts(ctx.actor));
  const expert = found(await expertById(ctx.db, invitation.expertId), 'expert');
  if (expert.leftOn !== null) return refused('left-the-bank');
  await insertInvitation(ctx.db, { ...invitation, outcome: 'invited', accountId: ctx.actor.accountId });
  await record(ctx, 'expert.invited', { kind: 'expert', id: expert.id });
  return done();
};

/** What became of it: agreed, came, declined. Answers the expert. */
export const answerInvitation = async (
  ctx: Ctx,
  { invitationId, outcome }: { readonly invitationId: string; readonly outcome: InvitationOutcome },
): Promise<Outcome<string>> => {
  demand(mayKeepExperts(ctx.actor));
  const invitation = found(await invitationById(ctx.db, invitationId), 'invitation');
  await setOutcome(ctx.db, invitationId, outcome);
  await record(ctx, 'expert.answered', { kind: 'expert', id: invitation.expertId }, { outcome });
  return done(invitation.expertId);
};
