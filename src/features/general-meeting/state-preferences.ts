import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personById } from '../people/rows.ts';
import { mayEnterBallots, mayReadAvoids } from './access.ts';
import type { Ballot } from './ballot.ts';
import { type NamedPerson, namedBy, replacePreferences } from './preference-rows.ts';

export type StateRefusal = 'wanted-and-avoided' | 'oneself' | 'too-many-wishes';

const mostWishes = 5;

/** What somebody who missed the meeting told the curator, or what was said before; empty takes all words back. */
export const statePreferences = async (
  ctx: Ctx,
  { year, personId, ...ballot }: Ballot & { readonly year: number; readonly personId: string },
): Promise<Outcome<undefined, StateRefusal>> => {
  demand(mayEnterBallots(ctx.actor));
  found(await personById(ctx.db, personId), 'person');
  const { wants, helps, avoids } = ballot;
  if ([...wants, ...helps, ...avoids].includes(personId)) return refused('oneself');
  if (avoids.some((id) => wants.includes(id) || helps.includes(id))) return refused('wanted-and-avoided');
  if (wants.length > mostWishes) return refused('too-many-wishes');
  const { accountId } = ctx.actor;
  await replacePreferences(ctx.db, { year, personId, accountId, day: ctx.today }, ballot);
  await record(ctx, 'preferences.stated', { kind: 'person', id: personId });
  return done();
};

/** With whom somebody would rather not work. Every reading is journaled before it is shown. */
export const readAvoids = async (ctx: Ctx, year: number, personId: string): Promise<readonly NamedPerson[]> => {
  demand(mayReadAvoids(ctx.actor));
  found(await personById(ctx.db, personId), 'person');
  await record(ctx, 'preferences.avoids-read', { kind: 'person', id: personId });
  return namedBy(ctx.db, year, personId, 'avoid');
};
