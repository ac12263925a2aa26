import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { eachPerson, record, recordEach } from '../../platform/journal.ts';
import { offeredTo } from '../college/norms.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { personsOfGroup } from '../people/rows.ts';
import { mayEnterNeeds } from './access.ts';
import { enter } from './member-rows.ts';
import { sourceOf } from './need.ts';
import { answerSheet, groupAnswers, insertNeeds } from './need-rows.ts';

export interface SheetInput {
  readonly groupId: string;
  /** Topic by person; people without one need nothing (more). */
  readonly topics: Readonly<Record<string, string>>;
}

/**
 * Hands in the sheet of a group: new needs of its students, and the answer of the group itself, which may also be that
 * nobody needs a mentor. Handing it in again adds what is new. Answers how many needs were new.
 */
export const fillSheet = async (
  ctx: Ctx,
  { groupId, topics }: SheetInput,
): Promise<Outcome<number, 'unknown-topic'>> => {
  demand(mayEnterNeeds(ctx.actor, { groupId }));
  const { currentYear: year } = await theCollege(ctx.db);
  found((await groupAnswers(ctx.db, year, [groupId]))[0], 'group');
  const students = (await personsOfGroup(ctx.db, groupId)).filter(({ kind }) => kind === 'student');
  const chosen = students.flatMap(({ id }) => (topics[id] ? [{ personId: id, topic: topics[id] }] : []));
  const known = new Set(offeredTo(await normsOf(ctx.db, 'topic'), 'student').map(({ code }) => code));
  if (chosen.some(({ topic }) => !known.has(topic))) return refused('unknown-topic');

  const entered = await enter(
    ctx.db,
    'mentees',
    chosen.map(({ personId }) => personId),
    ctx.today,
  );
  const base = { year, note: '', source: sourceOf(ctx.actor.roles), confidential: false, statedOn: ctx.today };
  const needs = await insertNeeds(
    ctx.db,
    chosen.map((need) => ({ ...base, ...need, accountId: ctx.actor.accountId })),
  );
  await answerSheet(ctx.db, { groupId, year, on: ctx.today, accountId: ctx.actor.accountId });

  await recordEach(ctx, 'mentees.entered', eachPerson(entered));
  const stated = needs.flatMap(({ personId, topic }) => eachPerson([personId], { topic, source: base.source }));
  await recordEach(ctx, 'need.stated', stated);
  await record(ctx, 'need-sheet.answered', { kind: 'group', id: groupId }, { needs: needs.length });
  return done(needs.length);
};
