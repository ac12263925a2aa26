import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { record } from '../../platform/journal.ts';
import { answerSheet } from '../registers/need-rows.ts';
import type { Asker } from './campaign.ts';
import type { AnswerCtx } from './give-answer.ts';

/** A class teacher who came by a link says that the group is told of in full: nobody else needs a mentor. */
export const finishSheet = async (
  ctx: AnswerCtx,
  { audience, groupId, campaign, accountId }: Asker,
): Promise<Outcome<undefined, 'not-a-sheet'>> => {
  if (audience !== 'class-teacher' || groupId === null) return refused('not-a-sheet');

  await answerSheet(ctx.db, { groupId, year: campaign.year, on: ctx.today, accountId });
  await record(ctx, 'need-sheet.answered', { kind: 'group', id: groupId }, { way: 'link' });
  return done();
};
