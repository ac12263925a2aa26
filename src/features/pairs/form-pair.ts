import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { consentsInForce } from '../consents/rows.ts';
import { lacksOf } from '../selection/barrier-rows.ts';
import { type Demand, unmet } from '../selection/demand.ts';
import { demandsOf } from '../selection/setting-rows.ts';
import { mayKeepPairs } from './access.ts';
import { insertPair } from './rows.ts';
import { wishesOf } from './wish-rows.ts';

export interface PairInput {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly form: string;
  readonly variant: string;
  readonly from: Day;
  readonly till: Day;
  readonly proposalId?: string | null;
}

export type PairRefusal =
  | 'same-person'
  | 'ends-before-start'
  | 'forbidden-by-curator'
  | 'no-mentor-consent'
  | 'no-mentee-consent'
  | 'has-mentor'
  | 'no-free-place'
  | 'not-in-base'
  | 'clearance-lacking'
  | 'basis-lacking'
  | 'training-lacking';

/** Forms a pair. Refused while the mentee has another mentor, the mentor has no free place, or a consent is missing. */
export const formPair = async (ctx: Ctx, input: PairInput): Promise<Outcome<string, PairRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const { mentorId, menteeId } = input;
  if (mentorId === menteeId) return refused('same-person');
  if (input.till < input.from) return refused('ends-before-start');
  const wishes = await wishesOf(ctx.db);
  if (wishes.some((wish) => wish.kind === 'veto' && wish.mentorId === mentorId && wish.menteeId === menteeId)) {
    return refused('forbidden-by-curator');
  }
  const consents = await consentsInForce(ctx.db, 'processing', input.from, [mentorId, menteeId]);
  const [mentorConsentId, menteeConsentId] = [consents.get(mentorId), consents.get(menteeId)];
  if (!mentorConsentId) return refused('no-mentor-consent');
  if (!menteeConsentId) return refused('no-mentee-consent');
  const { blocked } = await barriersTo(ctx, input);
  if (blocked) return refused(`${blocked}-lacking`);

  const made = await insertPair(ctx.db, { ...input, mentorConsentId, menteeConsentId, accountId: ctx.actor.accountId });
  if ('wall' in made) return refused(refusalOf(made.wall));
  await record(ctx, 'pair.formed', { kind: 'pair', id: made.id });
  return done(made.id);
};

/** What the mentor lacks for this pair by the college's own choice: what stops it, and what is only said. */
export const barriersTo = async (
  { db }: Pick<Ctx, 'db'>,
  { mentorId, form, from }: Pick<PairInput, 'mentorId' | 'form' | 'from'>,
): Promise<{ readonly blocked: Demand | undefined; readonly warnings: readonly Demand[] }> => {
  const chosen = await demandsOf(db);
  const lacks = (await lacksOf(db, { form, on: from }, [mentorId])).get(mentorId);
  if (!lacks) return { blocked: undefined, warnings: [] };
  return { blocked: unmet(lacks, chosen, 'block')[0], warnings: unmet(lacks, chosen, 'warn') };
};

/** The table's last word, in the terms of the form. */
const refusalOf = (wall: string): PairRefusal => {
  if (wall === 'one_mentor_at_a_time') return 'has-mentor';
  if (wall === 'within_capacity' || wall === 'one_pair_per_seat') return 'no-free-place';
  if (wall === 'consent_in_force') return 'no-mentee-consent';
  return 'not-in-base';
};
