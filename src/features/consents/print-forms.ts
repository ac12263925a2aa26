import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { addTask } from '../../platform/tasks.ts';
import { personsByIds } from '../people/rows.ts';
import { mayRecordConsent } from './access.ts';
import { type Purpose, signatoryNeeded } from './consent.ts';
import { newFormCode } from './form-code.ts';
import { insertBatch, setBatchTask } from './form-rows.ts';
import { consentTaskKinds, consentTaskTitles } from './task-texts.ts';
import { textOn } from './text-rows.ts';

export interface PrintInput {
  readonly purpose: Purpose;
  readonly personIds: readonly string[];
  /** Last day that the forms name. */
  readonly till: Day;
}

export type PrintRefusal = 'nobody' | 'no-text' | 'basis-over' | 'too-many' | 'till-past';

/** More than the largest college prints at once; the papers of so many people are made in minutes. */
const mostPeople = 5000;

/** Orders a pile of forms: who signs is decided by age now, the papers are made by a task. */
export const printForms = async (
  ctx: Ctx,
  { purpose, personIds, till }: PrintInput,
): Promise<Outcome<{ batchId: string; taskId: string }, PrintRefusal>> => {
  const people = (await personsByIds(ctx.db, personIds)).filter(({ leftOn }) => leftOn === null);
  for (const person of people) demand(mayRecordConsent(ctx.actor, person));
  const text = await textOn(ctx.db, purpose, ctx.today);
  if (people.length === 0) return refused('nobody');
  if (people.length > mostPeople) return refused('too-many');
  if (!text) return refused('no-text');
  if (text.basisTill !== null && text.basisTill <= ctx.today) return refused('basis-over');
  if (till < ctx.today) return refused('till-past');

  const forms = people.map((person) => ({
    code: newFormCode(),
    personId: person.id,
    signatory: signatoryNeeded(person, ctx.today),
  }));
  const title = consentTaskTitles.print(purpose, forms.length);
  const { accountId } = ctx.actor;
  const batchId = await insertBatch(ctx.db, { purpose, textId: text.id, title, madeOn: ctx.today, accountId }, forms);
  const taskId = await addTask(ctx.db, { kind: consentTaskKinds.print, title, input: { batchId, till }, accountId });
  await setBatchTask(ctx.db, batchId, taskId);
  const details = { purpose, version: text.version, forms: forms.length };
  await record(ctx, 'consent-forms.printed', { kind: 'consent-batch', id: batchId }, details);
  return done({ batchId, taskId });
};
