import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { type Case, cases } from '../../kernel/russian/cases.ts';
import { declineName, type NameOverrides, type NameParts } from '../../kernel/russian/names.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import { type Person, spoken } from './person.ts';
import { personById, setDeclension } from './rows.ts';

/** The cases that are asked: all but the nominative, which is the name itself. */
export const obliqueCases = cases.filter((each): each is Exclude<Case, 'nominative'> => each !== 'nominative');

export type CaseForms = Readonly<Partial<Record<Case, NameParts>>>;

const parts = ['last', 'first', 'middle'] as const;

/** Only what differs from the rules. */
const corrections = (person: Person, forms: CaseForms): NameOverrides => {
  const kept = obliqueCases.flatMap((wanted) => {
    const ruled = declineName(spoken(person), wanted);
    const own = parts.filter((part) => forms[wanted]?.[part] && forms[wanted][part] !== ruled[part]);
    return own.length === 0 ? [] : [[wanted, Object.fromEntries(own.map((part) => [part, forms[wanted]?.[part]]))]];
  });
  return Object.fromEntries(kept);
};

/** Keeps cases of a full name that a person corrected; an empty part leaves it to the rules again. */
export const correctDeclension = async (
  ctx: Ctx,
  { id, forms }: { id: string; forms: CaseForms },
): Promise<Outcome<undefined>> => {
  demand(mayChangePeople(ctx.actor));
  const person = found(await personById(ctx.db, id), 'person');
  const kept = corrections(person, forms);
  await setDeclension(ctx.db, id, kept);
  await record(ctx, 'person.declension-corrected', { kind: 'person', id }, { cases: Object.keys(kept) });
  return done();
};
