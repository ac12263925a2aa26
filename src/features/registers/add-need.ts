import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { personById } from '../people/rows.ts';
import { mayEnterNeeds, mayReadSecrets } from './access.ts';
import { kindsOfBase } from './member.ts';
import { enter } from './member-rows.ts';
import type { NeedSource } from './need.ts';
import { insertNeeds, insertSecret, type Need, openNeeds } from './need-rows.ts';

export interface NeedInput {
  readonly personId: string;
  readonly topic: string;
  readonly note: string;
  readonly source: NeedSource;
  readonly confidential: boolean;
}

export type NeedRefusal = 'unknown-topic' | 'already-stated' | 'cannot-be-mentee';

/**
 * Writes a need of the current academic year; a person with a need is in the base of mentees from then on. The note of
 * a confidential need goes to a table of its own, which no list reads.
 */
export const addNeed = async (ctx: Ctx, input: NeedInput): Promise<Outcome<string, NeedRefusal>> => {
  const person = found(await personById(ctx.db, input.personId), 'person');
  demand(mayEnterNeeds(ctx.actor, person));
  if (input.confidential) demand(mayReadSecrets(ctx.actor));

  const topics = await normsOf(ctx.db, 'topic');
  if (!topics.some(({ code }) => code === input.topic)) return refused('unknown-topic');
  if (person.leftOn !== null || !kindsOfBase.mentees.includes(person.kind)) return refused('cannot-be-mentee');
  const { currentYear } = await theCollege(ctx.db);
  const clashes = ({ topic, confidential }: Need) => topic === input.topic && confidential === input.confidential;
  if ((await openNeeds(ctx.db, currentYear, [person.id])).some(clashes)) return refused('already-stated');

  const entered = await enter(ctx.db, 'mentees', [person.id], ctx.today);
  if (entered.length > 0) await record(ctx, 'mentees.entered', { kind: 'person', id: person.id });
  const [need] = await insertNeeds(ctx.db, [
    {
      ...input,
      note: input.confidential ? '' : input.note,
      year: currentYear,
      statedOn: ctx.today,
      accountId: ctx.actor.accountId,
    },
  ]);
  if (!need) return refused('already-stated');
  if (input.confidential && input.note !== '') await insertSecret(ctx.db, need.id, input.note, ctx.actor.accountId);

  await record(ctx, 'need.stated', { kind: 'person', id: person.id }, journaled(input));
  return done(need.id);
};

/** The journal is read by people who may not read secrets. */
const journaled = ({ topic, source, confidential }: NeedInput) => (confidential ? { source } : { topic, source });
