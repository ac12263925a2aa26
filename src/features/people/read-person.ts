import { demand } from '../../kernel/actor.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { mayReadPerson } from './access.ts';
import type { Person } from './person.ts';
import { personById } from './rows.ts';

/** The person, if there is one and the actor may read them; a Failure otherwise. */
export const readPerson = async (ctx: Ctx, id: string): Promise<Person> => {
  const person = found(await personById(ctx.db, id), 'person');
  demand(mayReadPerson(ctx.actor, person));
  return person;
};
