import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayAsk, mayReadQuestion } from './access.ts';
import { insertQuestion, insertWords, questionById, setClosed } from './question-rows.ts';

export type QuestionRefusal = 'closed';

/** A question to the curators: they and the asker read it, nobody else. Answers its id. */
export const askQuestion = async (
  ctx: Ctx,
  { title, words }: { readonly title: string; readonly words: string },
): Promise<Outcome<string>> => {
  demand(mayAsk(ctx.actor));
  const { accountId } = ctx.actor;
  const personId = found(ctx.actor.personId, 'person');
  const id = await insertQuestion(ctx.db, { personId, title, askedOn: ctx.today });
  await insertWords(ctx.db, { questionId: id, accountId, fromAsker: true, words });
  await record(ctx, 'question.asked', { kind: 'question', id });
  return done(id);
};

/** One more word in a conversation, by either side. */
export const sayMore = async (
  ctx: Ctx,
  { questionId, words }: { readonly questionId: string; readonly words: string },
): Promise<Outcome<undefined, QuestionRefusal>> => {
  const question = found(await questionById(ctx.db, questionId), 'question');
  demand(mayReadQuestion(ctx.actor, question));
  if (question.closedOn !== null) return refused('closed');
  const fromAsker = ctx.actor.personId === question.personId;
  await insertWords(ctx.db, { questionId, accountId: ctx.actor.accountId, fromAsker, words });
  await record(ctx, fromAsker ? 'question.continued' : 'question.answered', { kind: 'question', id: questionId });
  return done();
};

/** Either side closes what is settled; either opens it again. */
export const closeQuestion = async (
  ctx: Ctx,
  { questionId, back }: { readonly questionId: string; readonly back: boolean },
): Promise<Outcome<undefined>> => {
  const question = found(await questionById(ctx.db, questionId), 'question');
  demand(mayReadQuestion(ctx.actor, question));
  await setClosed(ctx.db, questionId, back ? null : ctx.today);
  await record(ctx, back ? 'question.reopened' : 'question.closed', { kind: 'question', id: questionId });
  return done();
};
