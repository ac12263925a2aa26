import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { makeDocument } from '../documents/make-document.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { personById, personsByIds } from '../people/rows.ts';
import { mayKeepPreparation } from './access.ts';
import { decisionOf, needLines, setMinutes, writeDecision } from './choice-rows.ts';
import { type FormChoice, formNeeds, peopleIn } from './form-need.ts';
import { formsMinutesData, formsMinutesTitle } from './paper-texts.ts';
import { membersOf } from './rows.ts';

export type ChoiceRefusal =
  | 'nothing-chosen'
  | 'changed-meanwhile'
  | 'no-such-form'
  | 'targets-missing'
  | 'nothing-expected';

export interface ChoosingForms {
  /** Version of the decision that was shown; 0 when there was none. */
  readonly version: number;
  readonly choices: readonly Omit<FormChoice, 'needed'>[];
}

/** Writes what the working group decided: forms of the year, how many pairs, what is expected of each form. */
export const chooseForms = async (
  ctx: Ctx,
  { version, choices }: ChoosingForms,
): Promise<Outcome<undefined, ChoiceRefusal>> => {
  demand(mayKeepPreparation(ctx.actor));
  const known = new Set((await normsOf(ctx.db, 'form')).map(({ code }) => code));
  if (choices.some(({ form }) => !known.has(form))) return refused('no-such-form');
  const chosen = choices.filter((choice) => choice.chosen);
  if (chosen.length === 0) return refused('nothing-chosen');
  if (chosen.some(({ mentees, mentors }) => mentees < 1 || mentors < 1)) return refused('targets-missing');
  if (chosen.some(({ expected }) => expected === '')) return refused('nothing-expected');

  const { currentYear } = await theCollege(ctx.db);
  const needs = formNeeds(await needLines(ctx.db, currentYear), false);
  const written = await writeDecision(ctx.db, currentYear, {
    version,
    on: ctx.today,
    accountId: ctx.actor.accountId,
    choices: choices.map((choice) => ({ ...choice, needed: peopleIn(needs, { form: choice.form }).length })),
  });
  if (!written) return refused('changed-meanwhile');
  await record(ctx, 'forms.chosen', { kind: 'forms', id: null }, { forms: chosen.map(({ form }) => form) });
  return done();
};

/** Makes the draft of the minutes out of the decision. Answers the document. */
export const minuteForms = async (ctx: PaperCtx): Promise<Outcome<string, 'nothing-decided' | 'not-made'>> => {
  demand(mayKeepPreparation(ctx.actor));
  const college = await theCollege(ctx.db);
  const decision = await decisionOf(ctx.db, college.currentYear);
  if (!decision) return refused('nothing-decided');

  const members = await membersOf(ctx.db, college.currentYear);
  const people = await personsByIds(
    ctx.db,
    members.map(({ personId }) => personId),
  );
  const byPart = (part: string) => {
    const member = members.find((one) => one.part === part);
    return people.find(({ id }) => id === member?.personId);
  };
  const chairId = college.controllerId ?? college.directorId;
  const made = await makeDocument(ctx, {
    kind: 'minutes',
    title: formsMinutesTitle(college.currentYear),
    data: formsMinutesData({
      year: college.currentYear,
      chair: byPart('chair') ?? (chairId ? await personById(ctx.db, chairId) : undefined),
      secretary: byPart('secretary'),
      present: people,
      choices: decision.choices,
      forms: new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label])),
    }),
  });
  if (!made.ok) return refused('not-made');
  await setMinutes(ctx.db, college.currentYear, made.value);
  await record(ctx, 'forms.minuted', { kind: 'document', id: made.value });
  return done(made.value);
};
