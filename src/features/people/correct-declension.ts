import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import { personById, setDeclension } from './rows.ts';

/** Keeps cases of a full name that a person corrected; an empty one leaves the case to the rules again. */
export const correctDeclension = async (
  ctx: Ctx,
  { id, cases }: { id: string; cases: Readonly<Record<string, string>> },
): Promise<Outcome<undefined>> => {
  demand(mayChangePeople(ctx.actor));
  found(await personById(ctx.db, id), 'person');
  const kept = Object.fromEntries(Object.entries(cases).filter(([, name]) => name !== ''));
  await setDeclension(ctx.db, id, kept);
  await record(ctx, 'person.declension-corrected', { kind: 'person', id }, { cases: Object.keys(kept) });
  return done();
};
