import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { rulesEdition } from './problem.ts';
import { type Answer, hashOfQuestion, propose } from './propose.ts';
import { type Beside, questionOf } from './question.ts';
import { proposalById, questionKept } from './rows.ts';

export interface Reproduced {
  /** The kept question is the one that went in. */
  readonly sameQuestion: boolean;
  /** The same pairs came out again. */
  readonly samePairs: boolean;
  readonly pairs: number;
  /** The registers would ask the same today. */
  readonly registersUnchanged: boolean;
  /** The rules as they are written have not changed since. */
  readonly sameEdition: boolean;
}

type Solver = (question: Parameters<typeof propose>[0]) => Answer | Promise<Answer>;

/** Answers a kept question anew and says whether the same pairs come out. Writes nothing. */
export const reproduce = async (
  ctx: Ctx,
  proposalId: string,
  { beside = {}, solver = propose }: { readonly beside?: Beside; readonly solver?: Solver } = {},
): Promise<Outcome<Reproduced, 'question-not-kept'>> => {
  demand(mayKeepPairs(ctx.actor));
  const proposal = found(await proposalById(ctx.db, proposalId), 'proposal');
  const question = await questionKept(ctx.db, proposalId);
  if (!question) return refused('question-not-kept');

  const answer = await solver(question);
  const today = await questionOf(ctx, proposal, beside);
  return done({
    sameQuestion: answer.inputHash === proposal.inputHash,
    samePairs: answer.resultHash === proposal.resultHash,
    pairs: answer.pairs.length,
    registersUnchanged: today.ok && hashOfQuestion(today.value) === proposal.inputHash,
    sameEdition: proposal.edition === rulesEdition,
  });
};
