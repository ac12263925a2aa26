import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { eachPerson, recordEach } from '../../platform/journal.ts';
import type { Person } from '../people/person.ts';
import { personsByIds } from '../people/rows.ts';
import { mayRecordConsent } from './access.ts';
import { type Purpose, signatoryNeeded } from './consent.ts';
import type { ConsentRefusal } from './record-consent.ts';
import { insertConsents } from './rows.ts';
import { textsOf } from './text-rows.ts';

export interface ConsentsInput {
  readonly purpose: Purpose;
  readonly textVersion: number;
  readonly personIds: readonly string[];
  /** Names of representatives by person, where the card has none. */
  readonly representatives: Readonly<Record<string, string>>;
  readonly signedOn: Day;
  readonly validTill: Day;
}

export type ConsentsRefusal = ConsentRefusal | 'nobody';

/** Who still needs the name of a representative typed. */
export const lackRepresentative = (
  people: readonly Person[],
  { signedOn, representatives }: Pick<ConsentsInput, 'signedOn' | 'representatives'>,
): Person[] =>
  people.filter(
    (person) =>
      signatoryNeeded(person, signedOn) !== 'self' &&
      person.representativeName === '' &&
      (representatives[person.id] ?? '') === '',
  );

/**
 * Records a pile of papers with one date: each is taken as signed by those whom the age of its person asks for.
 * All or nothing.
 */
export const recordConsents = async (ctx: Ctx, input: ConsentsInput): Promise<Outcome<number, ConsentsRefusal>> => {
  const people = await personsByIds(ctx.db, input.personIds);
  for (const person of people) demand(mayRecordConsent(ctx.actor, person));

  const text = (await textsOf(ctx.db, input.purpose)).find(({ version }) => version === input.textVersion);
  if (people.length === 0) return refused('nobody');
  if (people.some(({ leftOn }) => leftOn !== null)) return refused('person-left');
  if (!text) return refused('no-text');
  if (text.validFrom > input.signedOn) return refused('text-not-yet');
  if (input.signedOn > ctx.today) return refused('signed-ahead');
  if (input.validTill < input.signedOn) return refused('ends-before-start');
  if (lackRepresentative(people, input).length > 0) return refused('no-representative');

  const consents = people.map((person) => {
    const signedBy = signatoryNeeded(person, input.signedOn);
    const typed = input.representatives[person.id] ?? '';
    return {
      personId: person.id,
      purpose: input.purpose,
      textId: text.id,
      signedBy,
      representativeName: signedBy === 'self' ? '' : typed || person.representativeName,
      representativeDocument: '',
      signedOn: input.signedOn,
      validTill: input.validTill,
      scanFileId: null,
      accountId: ctx.actor.accountId,
    };
  });
  const wall = await refusedBy(ctx.db, () => insertConsents(ctx.db, consents));
  if (wall === 'consents_once') return refused('already-recorded');
  if (wall) throw new Failure('broken', wall);

  const recorded = consents.flatMap(({ personId, purpose, signedBy, validTill }) =>
    eachPerson([personId], { purpose, version: text.version, signedBy, till: validTill, scan: false }),
  );
  await recordEach(ctx, 'consent.recorded', recorded);
  return done(consents.length);
};
