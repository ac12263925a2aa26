import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { MessengerName } from '../../platform/messengers.ts';
import { linksOf, proveLink, putCode, removeLink, takeAttempt } from './messenger-rows.ts';

/** How long a code lives, how often it may be tried, and how soon another may be asked for. */
const codeMinutes = 10;
const mostTries = 5;
const againSeconds = 60;

const digest = (personId: string, code: string): Buffer => createHash('sha256').update(`${personId} ${code}`).digest();

export type AskCodeRefusal = 'no-card' | 'linked-already' | 'too-soon';

/** Makes the code that proves an address in a messenger to be the person's own; whoever called sends it there after the commit. */
export const askCode = async (
  ctx: Ctx,
  messenger: MessengerName,
  address: string,
): Promise<Outcome<string, AskCodeRefusal>> => {
  const { personId } = ctx.actor;
  if (personId === null) return refused('no-card');
  const at = now();
  const known = (await linksOf(ctx.db, personId)).find((link) => link.messenger === messenger);
  if (known && known.provedOn === null && at.getTime() - known.askedAt.getTime() < againSeconds * 1000)
    return refused('too-soon');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const codeHash = digest(personId, code).toString('hex');
  if (!(await putCode(ctx.db, { personId, messenger, address, codeHash, at }))) return refused('linked-already');
  await record(ctx, 'messenger.asked', { kind: 'person', id: personId }, { messenger });
  return done(code);
};

export type ProveRefusal = 'no-card' | 'wrong-code' | 'code-over';

/** The person types what came; every try is counted, also when two are made at once. */
export const proveCode = async (
  ctx: Ctx,
  messenger: MessengerName,
  code: string,
): Promise<Outcome<undefined, ProveRefusal>> => {
  const { personId } = ctx.actor;
  if (personId === null) return refused('no-card');
  const since = new Date(now().getTime() - codeMinutes * 60_000);
  const hash = await takeAttempt(ctx.db, { personId, messenger, since, most: mostTries });
  if (hash === undefined) return refused('code-over');
  if (!timingSafeEqual(Buffer.from(hash, 'hex'), digest(personId, code))) return refused('wrong-code');
  await proveLink(ctx.db, personId, messenger, ctx.today);
  await record(ctx, 'messenger.linked', { kind: 'person', id: personId }, { messenger });
  return done();
};

/** From now on letters go by mail again. */
export const unlinkMessenger = async (ctx: Ctx, messenger: MessengerName): Promise<Outcome<undefined, 'no-card'>> => {
  const { personId } = ctx.actor;
  if (personId === null) return refused('no-card');
  if (await removeLink(ctx.db, personId, messenger))
    await record(ctx, 'messenger.unlinked', { kind: 'person', id: personId }, { messenger });
  return done();
};
