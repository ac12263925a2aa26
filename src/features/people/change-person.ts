import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { journalOf, record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import { type PersonFieldName, personFields } from './fields.ts';
import type { Person, PersonInput } from './person.ts';
import { personById, updatePerson } from './rows.ts';

export type ChangingReason = 'changed-meanwhile' | 'no-such-reference';

/** Fields in which two states of a card differ, in the order of the form. */
export const changedFields = (before: PersonInput, after: PersonInput): PersonFieldName[] =>
  (Object.keys(personFields) as PersonFieldName[]).filter((name) => before[name] !== after[name]);

/** Writes an edited card. Refused when somebody has changed it since `version` was shown. */
export const changePerson = async (
  ctx: Ctx,
  { id, version, person }: { id: string; version: number; person: PersonInput },
): Promise<Outcome<undefined, ChangingReason>> => {
  demand(mayChangePeople(ctx.actor));
  const before = found(await personById(ctx.db, id), 'person');
  if (before.version !== version) return refused('changed-meanwhile');
  const changed = changedFields(before, person);
  if (changed.length === 0) return done();

  let written = false;
  const wall = await refusedBy(ctx.db, async () => {
    written = await updatePerson(ctx.db, id, version, person);
  });
  if (wall) return refused('no-such-reference');
  if (!written) return refused('changed-meanwhile');
  await record(ctx, 'person.changed', { kind: 'person', id }, { fields: changed, version: version + 1 });
  return done();
};

export interface Changer {
  readonly name: string;
  readonly at: Date;
}

/** Who changed a card last, for telling the second editor. */
export const lastChanger = async (ctx: Ctx, person: Pick<Person, 'id'>): Promise<Changer | undefined> => {
  const entries = await journalOf(ctx.db, { kind: 'person', id: person.id }, 10);
  const entry = entries.find(({ action }) => action !== 'person.added');
  return entry && { name: entry.actorName, at: entry.at };
};
