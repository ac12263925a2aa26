import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personById } from '../people/rows.ts';
import { maySetConsents } from './access.ts';
import { linkRepresentative, unlinkRepresentative } from './signing-rows.ts';

/** From now on the representative's account acts for the person: signs, withdraws. */
export const addRepresentativeLink = async (
  ctx: Ctx,
  link: { personId: string; representativeId: string; document: string },
): Promise<Outcome<undefined, 'not-a-representative'>> => {
  demand(maySetConsents(ctx.actor));
  const person = found(await personById(ctx.db, link.personId), 'person');
  const representative = found(await personById(ctx.db, link.representativeId), 'representative');
  if (representative.kind !== 'representative' || person.id === representative.id)
    return refused('not-a-representative');
  await linkRepresentative(ctx.db, link);
  await record(ctx, 'representative.linked', { kind: 'person', id: person.id }, { document: link.document });
  return done();
};

export const removeRepresentativeLink = async (ctx: Ctx, personId: string, representativeId: string): Promise<void> => {
  demand(maySetConsents(ctx.actor));
  found(await personById(ctx.db, personId), 'person');
  await unlinkRepresentative(ctx.db, personId, representativeId);
  await record(ctx, 'representative.unlinked', { kind: 'person', id: personId });
};
