import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { allOrNothing } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { mayKeepPairs } from './access.ts';
import { formPair, type PairInput, type PairRefusal } from './form-pair.ts';
import { nameGroups } from './name-groups.ts';
import { minuteAndOrder, type OrderInput } from './order-pairs.ts';
import { queueForPublication } from './rows.ts';

export interface PublishInput extends Omit<OrderInput, 'pairIds'> {
  readonly pairs: readonly PairInput[];
  /** Pairs of one mentor become a group. */
  readonly grouped?: boolean;
}

export interface Hindrance {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly reason: PairRefusal;
}

/** Published, with both papers; or hindered by some pairs, and then nothing of it is there. */
export type Publication =
  | {
      readonly kind: 'published';
      readonly formed: readonly { readonly mentorId: string; readonly menteeId: string; readonly pairId: string }[];
      readonly minutesId: string;
      readonly orderId: string;
    }
  | { readonly kind: 'hindered'; readonly hindrances: readonly Hindrance[] };

export type PublishRefusal = 'no-pairs' | 'ends-before-start' | 'changed-meanwhile';

/**
 * Forms all pairs, minutes them and puts them in an order, minutes and annex out of one snapshot. One pair that has become
 * impossible (a consent withdrawn, a place taken, a mentee given away) undoes the whole, and is named.
 */
export const publishPairs = async (
  ctx: PaperCtx,
  input: PublishInput,
): Promise<Outcome<Publication, PublishRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  if (input.pairs.length === 0) return refused('no-pairs');
  if (input.till < input.from) return refused('ends-before-start');
  // One publication of a college at a time: two that want the same people would wait for each other for ever.
  await queueForPublication(ctx.db);
  return allOrNothing(
    ctx.db,
    () => publish(ctx, input),
    (outcome) => outcome.ok && outcome.value.kind === 'published',
  );
};

const publish = async (ctx: PaperCtx, input: PublishInput): Promise<Outcome<Publication, PublishRefusal>> => {
  const formed: { mentorId: string; menteeId: string; pairId: string }[] = [];
  const hindrances: Hindrance[] = [];
  for (const pair of input.pairs.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const { mentorId, menteeId } = pair;
    const outcome = await formPair(ctx, pair);
    if (outcome.ok) formed.push({ mentorId, menteeId, pairId: outcome.value });
    else hindrances.push({ mentorId, menteeId, reason: outcome.reason });
  }
  if (hindrances.length > 0) return done({ kind: 'hindered', hindrances });

  const pairIds = formed.map(({ pairId }) => pairId);
  if (input.grouped) await nameGroups(ctx, pairIds);
  const { pairs: _, grouped: __, ...frame } = input;
  const papers = await minuteAndOrder(ctx, { ...frame, pairIds });
  if (!papers.ok) return papers;
  await record(ctx, 'pair.published', { kind: 'document', id: papers.value.orderId }, { pairs: pairIds.length });
  return done({ kind: 'published', formed, ...papers.value });
};

const key = ({ mentorId, menteeId }: PairInput): string => `${mentorId} ${menteeId}`;
