import { createHash, timingSafeEqual } from 'node:crypto';
import { because, demand, type Verdict } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { fullName, type Person } from '../people/person.ts';
import { personById } from '../people/rows.ts';
import { defaultTill, type Purpose, type Signatory, signatoryNeeded } from './consent.ts';
import { wordsFor } from './form-of-person.ts';
import { hashOfCode } from './issue-key.ts';
import { type Allowed, addRepresentative, type Consent, consentsOf, insertConsents } from './rows.ts';
import { consentSettings } from './setting-rows.ts';
import { insertSignature, lockKey, representativesOf, representedBy, setTries } from './signing-rows.ts';
import { type ConsentText, textOn } from './text-rows.ts';

/** After so many wrong codes the key is dead until a keeper issues another. */
const mostTries = 5;

export interface Signing {
  readonly person: Person;
  readonly text: ConsentText;
  readonly words: string;
  /** What the law of the college wants from this person. */
  readonly needed: Signatory;
  /** In whose stead this account signs. */
  readonly role: 'self' | 'representative';
  /** The person's own signature that waits for the representative's. */
  readonly waiting: Consent | undefined;
}

export type SigningRefusal =
  | 'not-allowed-here'
  | 'no-text'
  | 'not-the-one'
  | 'already-signed'
  | 'child-first'
  | 'no-key'
  | 'wrong-code'
  | 'key-dead'
  | 'nothing-allowed';

/** The person behind the account, or somebody whom that person represents. */
export const mayActFor = async (ctx: Ctx, personId: string): Promise<Verdict> => {
  const self = ctx.actor.personId;
  if (self === null) return because('consents.no-card');
  return self === personId || (await representedBy(ctx.db, self)).includes(personId) || because('consents.not-own');
};

/** What this account would sign, in the very words; or why it cannot. */
export const signingOf = async (
  ctx: Ctx,
  personId: string,
  purpose: Purpose,
): Promise<Outcome<Signing, 'not-allowed-here' | 'no-text' | 'not-the-one' | 'already-signed' | 'child-first'>> => {
  demand(await mayActFor(ctx, personId));
  const person = found(await personById(ctx.db, personId), 'person');
  const settings = await consentSettings(ctx.db);
  const text = await textOn(ctx.db, purpose, ctx.today);
  if (!settings.electronic) return refused('not-allowed-here');
  if (!text) return refused('no-text');
  const needed = signatoryNeeded(person, ctx.today);
  const role = ctx.actor.personId === personId ? 'self' : 'representative';
  if (needed !== 'both' && needed !== role) return refused('not-the-one');
  const running = (await consentsOf(ctx.db, personId)).filter(
    (one) =>
      one.purpose === purpose &&
      one.textVersion === text.version &&
      one.withdrawnOn === null &&
      one.validTill >= ctx.today,
  );
  const waiting = running.find(({ signedBy }) => signedBy === 'self' && needed === 'both');
  if (running.some(({ signedBy }) => signedBy === 'both' || signedBy === needed)) return refused('already-signed');
  if (role === 'self' && waiting) return refused('already-signed');
  if (role === 'representative' && needed === 'both' && !waiting) return refused('child-first');

  const representatives = await representativesOf(ctx.db, personId);
  const representativeName = person.representativeName || representatives.map(fullName).join(', ');
  const words = wordsFor(
    { ...person, representativeName, signatory: needed },
    { text, settings, college: await theCollege(ctx.db), till: defaultTill(ctx.today) },
  );
  return done({ person, text, words, needed, role, waiting });
};

/** Is it the code of this person? Wrong ones are counted. */
const codeProblem = async (ctx: Ctx, personId: string, code: string): Promise<SigningRefusal | undefined> => {
  const key = await lockKey(ctx.db, personId);
  if (!key) return 'no-key';
  if (key.wrongTries >= mostTries) return 'key-dead';
  if (timingSafeEqual(Buffer.from(hashOfCode(personId, code)), Buffer.from(key.codeHash))) {
    await setTries(ctx.db, personId, 0);
    return undefined;
  }
  await setTries(ctx.db, personId, key.wrongTries + 1);
  return key.wrongTries + 1 >= mostTries ? 'key-dead' : 'wrong-code';
};

/**
 * Signs with the code instead of a hand. Kept as the trace: who, when, the words and their hash. A minor signs first,
 * the representative then makes the paper whole.
 */
export const signConsent = async (
  ctx: Ctx,
  input: { personId: string; purpose: Purpose; code: string; allowed: Allowed },
): Promise<Outcome<string, SigningRefusal>> => {
  const signing = await signingOf(ctx, input.personId, input.purpose);
  if (!signing.ok) return signing;
  const { person, text, words, needed, role, waiting } = signing.value;
  const signerId = found(ctx.actor.personId, 'card of the signer');
  if (input.purpose === 'publication' && !waiting && input.allowed.categories.length === 0)
    return refused('nothing-allowed');
  const wrong = await codeProblem(ctx, signerId, input.code);
  if (wrong) return refused(wrong);

  const consentId = waiting?.id ?? (await insertOwn(ctx, input, { person, text, needed }));
  if (waiting) await addRepresentative(ctx.db, waiting.id, ctx.actor.name, '');
  const textSha256 = createHash('sha256').update(words).digest('hex');
  await insertSignature(ctx.db, { consentId, accountId: ctx.actor.accountId, signerId, role, textSha256, words });
  const details = { purpose: input.purpose, version: text.version, role, text: textSha256 };
  await record(ctx, 'consent.signed', { kind: 'person', id: person.id }, details);
  return done(consentId);
};

const insertOwn = async (
  ctx: Ctx,
  { purpose, allowed }: { purpose: Purpose; allowed: Allowed },
  { person, text, needed }: Pick<Signing, 'person' | 'text' | 'needed'>,
): Promise<string> => {
  const [id = ''] = await insertConsents(ctx.db, [
    {
      personId: person.id,
      purpose,
      textId: text.id,
      signedBy: needed === 'both' ? 'self' : needed,
      representativeName: needed === 'representative' ? ctx.actor.name : '',
      representativeDocument: '',
      signedOn: ctx.today,
      validTill: defaultTill(ctx.today),
      scanFileId: null,
      accountId: ctx.actor.accountId,
      allowed,
    },
  ]);
  return id;
};
