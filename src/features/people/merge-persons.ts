import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import type { PersonFieldName } from './fields.ts';
import { type Person, type PersonInput, personOf } from './person.ts';
import { moveReferences } from './reference-rows.ts';
import { deletePersons, personById, updatePerson } from './rows.ts';

export type MergingReason = 'same-person' | 'changed-meanwhile' | 'both-in-use';

export interface Merging {
  readonly keepId: string;
  readonly keepVersion: number;
  readonly goneId: string;
  readonly goneVersion: number;
  /** Fields that are taken from the card that goes. */
  readonly fromGone: readonly PersonFieldName[];
}

/** The card that stays, with the chosen fields of the other, and with its values where it has none of its own. */
const mergedPerson = (keep: Person, gone: Person, fromGone: readonly PersonFieldName[]): PersonInput => {
  const chosen = (name: PersonFieldName): unknown => {
    if (fromGone.includes(name)) return gone[name];
    return keep[name] === null || keep[name] === '' ? gone[name] : keep[name];
  };
  const names = Object.keys(personOf(keep.kind, keep)) as PersonFieldName[];
  return Object.fromEntries(names.map((name) => [name, chosen(name)])) as unknown as PersonInput;
};

/**
 * Two cards of one person become one: consents, pairs, the account and everything else that leaned on the second lean on
 * the first. Refused when both have what a person can have only once.
 */
export const mergePersons = async (ctx: Ctx, merging: Merging): Promise<Outcome<string, MergingReason>> => {
  demand(mayChangePeople(ctx.actor));
  const { keepId, goneId } = merging;
  if (keepId === goneId) return refused('same-person');
  const keep = found(await personById(ctx.db, keepId), 'person');
  const gone = found(await personById(ctx.db, goneId), 'person');
  if (keep.version !== merging.keepVersion || gone.version !== merging.goneVersion) return refused('changed-meanwhile');

  if (await moveReferences(ctx.db, goneId, keepId)) return refused('both-in-use');
  await updatePerson(ctx.db, keepId, keep.version, mergedPerson(keep, gone, merging.fromGone));
  await deletePersons(ctx.db, [goneId]);
  await record(ctx, 'person.merged', { kind: 'person', id: keepId }, { gone: goneId, fields: merging.fromGone });
  return done(keepId);
};
