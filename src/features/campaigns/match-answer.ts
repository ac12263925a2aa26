import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personById } from '../people/rows.ts';
import { mayKeepCampaigns } from './access.ts';
import { takeOut, unmatchedById } from './answer-rows.ts';
import { parentsAnswerFor } from './campaign.ts';
import { campaignById } from './campaign-rows.ts';
import { writeAbout } from './give-answer.ts';

export type MatchRefusal = 'no-student' | 'grown-up';

export interface AnswerRef {
  readonly campaignId: string;
  readonly answerId: string;
}

const theAnswer = async (ctx: Ctx, { campaignId, answerId }: AnswerRef) => ({
  campaign: found(await campaignById(ctx.db, campaignId), 'campaign'),
  answer: found(await unmatchedById(ctx.db, campaignId, answerId), 'answer'),
});

/**
 * Ties an answer to the student it was meant for: its words become needs, closed ones stay closed and are not shown to
 * whoever does this. Works after the end of the campaign as well: the answer came in time.
 */
export const matchAnswer = async (
  ctx: Ctx,
  ref: AnswerRef,
  personId: string,
): Promise<Outcome<undefined, MatchRefusal>> => {
  demand(mayKeepCampaigns(ctx.actor));
  const { campaign, answer } = await theAnswer(ctx, ref);
  const person = await personById(ctx.db, personId);
  if (person?.kind !== 'student' || person.leftOn !== null) return refused('no-student');
  if (answer.audience === 'parent' && !parentsAnswerFor(person, answer.answeredOn)) return refused('grown-up');

  const words = found(await takeOut(ctx.db, answer.id), 'answer');
  const { audience, groupId, tellerId, tellerName, freeTimes, confidential } = answer;
  const asker = { campaign, audience, groupId, tellerId, accountId: ctx.actor.accountId };
  await writeAbout(ctx, asker, person, { ...words, tellerName, freeTimes, confidential });
  await record(ctx, 'campaign.answer-matched', { kind: 'person', id: person.id }, { audience });
  return done();
};

/** Throws an answer away for good: a joke, a stranger, a second one that says the same. */
export const dropAnswer = async (ctx: Ctx, ref: AnswerRef): Promise<Outcome<undefined>> => {
  demand(mayKeepCampaigns(ctx.actor));
  const { campaign, answer } = await theAnswer(ctx, ref);

  await takeOut(ctx.db, answer.id);
  await record(ctx, 'campaign.answer-dropped', { kind: 'campaign', id: campaign.id }, { audience: answer.audience });
  return done();
};
