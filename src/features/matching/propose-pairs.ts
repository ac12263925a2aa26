import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { addTask } from '../../platform/tasks.ts';
import { theCollege } from '../college/rows.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { matchingNorms } from './norm-rows.ts';
import { type Question, rulesEdition } from './problem.ts';
import { type Answer, propose } from './propose.ts';
import { type Beside, type ProposeInput, type ProposeRefusal, questionOf } from './question.ts';
import { insertProposal } from './rows.ts';
import { matchingTaskKind, matchingTaskTitle } from './task-texts.ts';

/** Makes a proposal out of the registers as they stand, on this thread. Answers its id. */
export const proposePairs = async (
  ctx: Ctx,
  input: ProposeInput,
  beside: Beside = {},
): Promise<Outcome<string, ProposeRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const question = await questionOf(ctx, input, beside);
  if (!question.ok) return question;
  return done(await keepProposal(ctx, input, question.value, propose(question.value)));
};

export type Soon = { readonly proposalId: string } | { readonly taskId: string };

/** Somebody who answers a question aside, or undefined when that takes longer than a person waits for a page. */
export type AnswerSoon = (question: Question) => Promise<Answer | undefined>;

/** The same without holding up the server: answered at once, or a task that people see going on. */
export const proposeSoon = async (
  ctx: Ctx,
  input: ProposeInput,
  { beside, answerSoon }: { readonly beside: Beside; readonly answerSoon: AnswerSoon },
): Promise<Outcome<Soon, ProposeRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const question = await questionOf(ctx, input, beside);
  if (!question.ok) return question;
  const answer = await answerSoon(question.value);
  if (answer) return done({ proposalId: await keepProposal(ctx, input, question.value, answer) });
  const task = { kind: matchingTaskKind, title: matchingTaskTitle, accountId: ctx.actor.accountId };
  return done({ taskId: await addTask(ctx.db, { ...task, input: { ...input } }) });
};

/** Keeps an answer with its question, their hashes and the version of the rules. */
export const keepProposal = async (
  ctx: Ctx,
  input: ProposeInput,
  question: Question,
  answer: Answer,
  taskId: string | null = null,
): Promise<string> => {
  demand(mayKeepPairs(ctx.actor));
  const { currentYear: year } = await theCollege(ctx.db);
  const { version: rulesVersion } = await matchingNorms(ctx.db);
  const rules = { conditions: question.conditions, weights: question.weights, edition: rulesEdition };
  const frame = { year, from: input.from, till: input.till, rules, rulesVersion, taskId };
  const id = await insertProposal(ctx.db, { ...frame, accountId: ctx.actor.accountId }, question, answer);
  const { wanted, met } = answer.totals;
  await record(ctx, 'proposal.made', { kind: 'proposal', id }, { wanted, met, hash: answer.inputHash });
  return id;
};
