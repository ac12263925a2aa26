import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { pairById } from '../pairs/rows.ts';
import { mayAnswerCase, mayWriteCase, sideOf } from './access.ts';
import {
  answersTo,
  type CaseWords,
  caseById,
  insertCase,
  lockCase,
  putAnswer,
  setCaseState,
  updateCase,
} from './case-rows.ts';

export type CaseRefusal = 'changed-meanwhile';
export type AskRefusal = 'not-written';
export type AnswerRefusal = 'not-asked' | 'changed-meanwhile' | 'remark-missing';

/** Begins the case of a pair; one a year. Answers its id. */
export const startCase = async (
  ctx: Ctx,
  { pairId, title }: { readonly pairId: string; readonly title: string },
): Promise<Outcome<string, 'written-already'>> => {
  const pair = found(await pairById(ctx.db, pairId), 'pair');
  demand(mayWriteCase(ctx.actor, pair));
  const { currentYear } = await theCollege(ctx.db);
  const { accountId } = ctx.actor;
  const id = await insertCase(ctx.db, { year: currentYear, pairId, title, writtenOn: ctx.today, accountId });
  if (id === undefined) return refused('written-already');
  await record(ctx, 'case.started', { kind: 'case', id });
  return done(id);
};

/** Writes the words. Whoever agreed before agreed to other ones: the case is a draft again. */
export const writeCase = async (
  ctx: Ctx,
  { caseId, version, words }: { readonly caseId: string; readonly version: number; readonly words: CaseWords },
): Promise<Outcome<undefined, CaseRefusal>> => {
  const known = found(await caseById(ctx.db, caseId), 'case');
  demand(mayWriteCase(ctx.actor, known));
  if (!(await updateCase(ctx.db, caseId, version, words))) return refused('changed-meanwhile');
  await record(ctx, 'case.written', { kind: 'case', id: caseId });
  return done();
};

/** Shows the case to both sides for their word. */
export const askSides = async (ctx: Ctx, caseId: string): Promise<Outcome<undefined, AskRefusal>> => {
  const known = found(await caseById(ctx.db, caseId), 'case');
  demand(mayWriteCase(ctx.actor, known));
  if ([known.situation, known.work, known.result].some((part) => part === '')) return refused('not-written');
  if (known.state === 'draft') {
    await setCaseState(ctx.db, caseId, 'asked');
    await record(ctx, 'case.asked', { kind: 'case', id: caseId });
  }
  return done();
};

/** One side's word on the version it has read. When both have said yes to the same one, the case is agreed. */
export const answerCase = async (
  ctx: Ctx,
  {
    caseId,
    version,
    agreed,
    remark,
  }: { readonly caseId: string; readonly version: number; readonly agreed: boolean; readonly remark: string },
): Promise<Outcome<undefined, AnswerRefusal>> => {
  await lockCase(ctx.db, caseId);
  const known = found(await caseById(ctx.db, caseId), 'case');
  demand(mayAnswerCase(ctx.actor, known));
  const side = found(sideOf(ctx.actor, known), 'side');
  if (known.state === 'draft') return refused('not-asked');
  if (known.version !== version) return refused('changed-meanwhile');
  if (!agreed && remark === '') return refused('remark-missing');

  const { accountId } = ctx.actor;
  await putAnswer(ctx.db, caseId, { side, agreed, remark, caseVersion: version, answeredOn: ctx.today, accountId });
  const answers = (await answersTo(ctx.db, caseId)).filter(({ caseVersion }) => caseVersion === version);
  const both = answers.length === 2 && answers.every((one) => one.agreed);
  await setCaseState(ctx.db, caseId, both ? 'agreed' : 'asked');
  await record(ctx, agreed ? 'case.agreed' : 'case.remarked', { kind: 'case', id: caseId }, { side });
  return done();
};
