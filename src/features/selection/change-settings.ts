import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { normsOf } from '../college/rows.ts';
import { mayKeepSelection } from './access.ts';
import { type Demands, demands } from './demand.ts';
import type { Rule } from './requirement.ts';
import {
  demandsOf,
  insertQuestion,
  insertRule,
  isUntouched,
  type Question,
  retireQuestion,
  retireRule,
  setDemand,
} from './setting-rows.ts';
import { starterQuestions, starterRules } from './starter-texts.ts';

export type SettingRefusal = 'unknown-form' | 'measure-missing' | 'already-there';

const isForm = async (ctx: Ctx, form: string): Promise<boolean> =>
  form === '' || (await normsOf(ctx.db, 'form')).some(({ code }) => code === form);

/** Adds a requirement to mentors of a form, or of all forms. */
export const addRule = async (ctx: Ctx, rule: Omit<Rule, 'id'>): Promise<Outcome<string, SettingRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  if (!(await isForm(ctx, rule.form))) return refused('unknown-form');
  const counts = rule.kind === 'age' || rule.kind === 'course';
  if (counts !== (rule.least !== null) || (rule.kind === 'clearance') !== (rule.clearance !== null))
    return refused('measure-missing');

  const id = await insertRule(ctx.db, { ...rule, id: '' });
  await record(ctx, 'selection-rule.added', { kind: 'selection-rule', id }, { words: rule.words });
  return done(id);
};

/** A requirement that is asked no more. */
export const dropRule = async (ctx: Ctx, id: string): Promise<Outcome<undefined>> => {
  demand(mayKeepSelection(ctx.actor));
  found((await retireRule(ctx.db, id)) || undefined, 'selection rule');
  await record(ctx, 'selection-rule.dropped', { kind: 'selection-rule', id });
  return done();
};

/** Adds a line to the checklist of interviews. */
export const addQuestion = async (
  ctx: Ctx,
  question: Omit<Question, 'id'>,
): Promise<Outcome<string, SettingRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  if (!(await isForm(ctx, question.form))) return refused('unknown-form');
  const id = await insertQuestion(ctx.db, question);
  await record(ctx, 'interview-question.added', { kind: 'interview-question', id }, { question: question.question });
  return done(id);
};

export const dropQuestion = async (ctx: Ctx, id: string): Promise<Outcome<undefined>> => {
  demand(mayKeepSelection(ctx.actor));
  found((await retireQuestion(ctx.db, id)) || undefined, 'interview question');
  await record(ctx, 'interview-question.dropped', { kind: 'interview-question', id });
  return done();
};

/** What a missing thing does when a pair is formed: nothing, a word, or a stop. */
export const chooseDemands = async (ctx: Ctx, chosen: Demands): Promise<Outcome<undefined>> => {
  demand(mayKeepSelection(ctx.actor));
  const before = await demandsOf(ctx.db);
  const changed = demands.filter((one) => before[one] !== chosen[one]);
  for (const one of changed) await setDemand(ctx.db, one, chosen[one]);
  if (changed.length > 0) {
    const words = changed.map((one) => `${one}: ${chosen[one]}`);
    await record(ctx, 'selection-demands.chosen', { kind: 'college', id: null }, { changed: words });
  }
  return done();
};

/** The first requirements and questions of a college that has none: to be edited, not to be obeyed. */
export const takeStarter = async (ctx: Ctx): Promise<Outcome<undefined, 'already-there'>> => {
  demand(mayKeepSelection(ctx.actor));
  if (!(await isUntouched(ctx.db))) return refused('already-there');
  for (const rule of starterRules) await insertRule(ctx.db, { ...rule, id: '' });
  for (const question of starterQuestions) await insertQuestion(ctx.db, question);
  await record(ctx, 'selection-rules.started', { kind: 'college', id: null });
  return done();
};
