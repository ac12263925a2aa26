import { yearOf } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personsByIds } from '../people/rows.ts';
import { mayKeepRewards } from './access.ts';
import type { Addressed } from './thanks.ts';
import { deleteThanks, insertThanks, thanksById } from './thanks-rows.ts';

export type ThanksRefusal = 'nobody' | 'no-parents' | 'no-work' | 'day-ahead';

export interface ThanksInput {
  readonly personIds: readonly string[];
  readonly addressed: Addressed;
  readonly words: string;
  readonly signedOn: Day;
}

/** Writes a numbered letter of thanks for each person. All get theirs or nobody does: a letter needs its addressee. */
export const thankPeople = async (ctx: Ctx, input: ThanksInput): Promise<Outcome<string[], ThanksRefusal>> => {
  demand(mayKeepRewards(ctx.actor));
  const people = await personsByIds(ctx.db, input.personIds);
  if (people.length === 0) return refused('nobody');
  if (input.signedOn > ctx.today) return refused('day-ahead');
  if (input.addressed === 'parents' && people.some(({ representativeName }) => representativeName === ''))
    return refused('no-parents');
  if (input.addressed === 'work' && people.some(({ organisationId }) => organisationId === null))
    return refused('no-work');

  const ids: string[] = [];
  for (const person of people) {
    const { id, number } = await insertThanks(ctx.db, {
      year: yearOf(input.signedOn),
      personId: person.id,
      addressed: input.addressed,
      words: input.words,
      signedOn: input.signedOn,
      accountId: ctx.actor.accountId,
    });
    await record(ctx, 'thanks.written', { kind: 'thanks', id }, { number });
    ids.push(id);
  }
  return done(ids);
};

/** A letter written by mistake. */
export const withdrawThanks = async (ctx: Ctx, thanksId: string): Promise<Outcome<undefined>> => {
  demand(mayKeepRewards(ctx.actor));
  const { number } = found(await thanksById(ctx.db, thanksId), 'thanks');
  await deleteThanks(ctx.db, thanksId);
  await record(ctx, 'thanks.withdrawn', { kind: 'thanks', id: thanksId }, { number });
  return done();
};
