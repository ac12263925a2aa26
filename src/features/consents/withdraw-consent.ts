import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personById } from '../people/rows.ts';
import { mayWithdrawConsent } from './access.ts';
import type { Purpose } from './consent.ts';
import type { Consequence } from './consequence.ts';
import { withdrawAll } from './rows.ts';
import { mayActFor } from './sign-consent.ts';

export interface WithdrawalInput {
  readonly personId: string;
  readonly purpose: Purpose;
  readonly reason: string;
}

/**
 * Takes a consent back today, with all that stands on it: a person may withdraw at any time and gives no reasons.
 * A pair that is being confirmed at this moment waits on the same rows, or is seen by the consequences.
 */
export const withdrawConsent = async (
  ctx: Ctx,
  { personId, purpose, reason }: WithdrawalInput,
  consequences: readonly Consequence[],
): Promise<Outcome<undefined, 'nothing-to-withdraw'>> => {
  // The person, or who represents the person, needs nobody's leave.
  if ((await mayActFor(ctx, personId)) !== true) demand(mayWithdrawConsent(ctx.actor));
  found(await personById(ctx.db, personId), 'person');

  const withdrawn = await withdrawAll(ctx.db, personId, purpose, ctx.today, reason);
  if (withdrawn === 0) return refused('nothing-to-withdraw');

  for (const consequence of consequences) await consequence.apply(ctx, personId, ctx.today);
  await record(ctx, 'consent.withdrawn', { kind: 'person', id: personId }, { purpose });
  return done();
};
