import { randomInt, scryptSync } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personById } from '../people/rows.ts';
import { maySetConsents } from './access.ts';
import { consentSettings } from './setting-rows.ts';
import { putKey, removeKey } from './signing-rows.ts';

/** Only the hash is kept. The person's id is the salt: equal codes of two people do not look equal. */
export const hashOfCode = (personId: string, code: string): string =>
  scryptSync(code.replace(/\D/g, ''), personId, 32).toString('hex');

/**
 * Gives a person a code for signing, after the agreement on a simple electronic signature was signed on paper before
 * somebody who saw the person. The code is shown once; a new one takes the place of the old.
 */
export const issueKey = async (
  ctx: Ctx,
  { personId, agreedOn }: { personId: string; agreedOn: Day },
): Promise<Outcome<string, 'not-allowed-here' | 'agreed-ahead' | 'person-left'>> => {
  demand(maySetConsents(ctx.actor));
  const person = found(await personById(ctx.db, personId), 'person');
  if (!(await consentSettings(ctx.db)).electronic) return refused('not-allowed-here');
  if (agreedOn > ctx.today) return refused('agreed-ahead');
  if (person.leftOn !== null) return refused('person-left');

  const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
  await putKey(ctx.db, { personId, agreedOn, codeHash: hashOfCode(personId, code), accountId: ctx.actor.accountId });
  await record(ctx, 'signing-key.issued', { kind: 'person', id: personId }, { agreed: agreedOn });
  return done(`${code.slice(0, 4)} ${code.slice(4)}`);
};

/** The code stops working at once. What was signed with it stays signed. */
export const revokeKey = async (ctx: Ctx, personId: string): Promise<Outcome<undefined, 'no-key'>> => {
  demand(maySetConsents(ctx.actor));
  if (!(await removeKey(ctx.db, personId))) return refused('no-key');
  await record(ctx, 'signing-key.revoked', { kind: 'person', id: personId });
  return done();
};
