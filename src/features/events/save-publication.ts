import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPublications } from './access.ts';
import type { Publication } from './event.ts';
import { deletePublication, insertPublication } from './publication-rows.ts';
import { eventById } from './rows.ts';

export type PublicationRefusal = 'day-ahead' | 'no-such-event';

/** Writes down that something was published: where, when, under which address. */
export const addPublication = async (
  ctx: Ctx,
  input: Omit<Publication, 'id'>,
): Promise<Outcome<string, PublicationRefusal>> => {
  demand(mayKeepPublications(ctx.actor));
  if (input.day > ctx.today) return refused('day-ahead');
  if (input.eventId !== null && !(await eventById(ctx.db, input.eventId))) return refused('no-such-event');
  const id = await insertPublication(ctx.db, { ...input, accountId: ctx.actor.accountId });
  await record(ctx, 'publication.added', { kind: 'publication', id }, { title: input.title });
  return done(id);
};

export const removePublication = async (ctx: Ctx, publicationId: string): Promise<Outcome<undefined>> => {
  demand(mayKeepPublications(ctx.actor));
  const title = found(await deletePublication(ctx.db, publicationId), 'publication');
  await record(ctx, 'publication.removed', { kind: 'publication', id: publicationId }, { title });
  return done();
};
