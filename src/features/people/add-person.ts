import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import { namesakes } from './namesake-rows.ts';
import type { PersonInput } from './person.ts';
import { insertPersons } from './rows.ts';

export type AddingReason = 'looks-known' | 'no-such-reference';

/**
 * Enters one person. Refused when somebody of the same name and birth day (or with either day unknown) is there already,
 * unless `another` says that it is a different person.
 */
export const addPerson = async (
  ctx: Ctx,
  { person, another }: { person: PersonInput; another: boolean },
): Promise<Outcome<string, AddingReason>> => {
  demand(mayChangePeople(ctx.actor));
  if (!another && (await namesakes(ctx.db, person)).length > 0) return refused('looks-known');

  let id = '';
  const wall = await refusedBy(ctx.db, async () => {
    [id = ''] = await insertPersons(ctx.db, [person]);
  });
  if (wall) return refused('no-such-reference');
  await record(ctx, 'person.added', { kind: 'person', id });
  return done(id);
};
