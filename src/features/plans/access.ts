import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';
import { mayReadPair, type PairParties, pairKeepers, pairReaders, pairVisitors } from '../pairs/access.ts';
import type { PlanSide } from './plan.ts';

/** Who writes any plan, marks agreement on paper and opens corrections besides the two sides. */
export const planKeepers: readonly Role[] = pairKeepers;

/** Who edits the college's templates. */
export const templateKeepers: readonly Role[] = [...pairKeepers, 'methodist'];

/** Who enters the register of plans; a class teacher finds only pairs with a student of an own group there. */
export const planOverseers: readonly Role[] = [...pairReaders, 'class-teacher'];

/** Who may come to a plan at all; `mayReadPlan` decides to which. */
export const planVisitors: readonly Role[] = pairVisitors;

/** Who has a plan of one's own. */
export const planParties: readonly Role[] = ['mentor', 'mentee'];

/** Those who work on a plan: the keepers and the two sides. */
export const planWorkers: readonly Role[] = [...planKeepers, ...planParties];

export const mayKeepPlans = (actor: Actor): Verdict => holds(actor, ...planKeepers) || because('plans.not-a-keeper');

export const mayKeepTemplates = (actor: Actor): Verdict =>
  holds(actor, ...templateKeepers) || because('plans.not-a-template-keeper');

export const mayReadRegister = (actor: Actor): Verdict =>
  holds(actor, ...planOverseers) || because('plans.not-an-overseer');

/** Groups to which a class teacher's register is limited; undefined for those who see the whole college. */
export const ownGroupsOnly = (actor: Actor): readonly string[] | undefined =>
  holds(actor, ...pairReaders) ? undefined : actor.groupIds;

export const mayReadPlan: (actor: Actor, pair: PairParties) => Verdict = mayReadPair;

/** The side on which a person stands in a pair. */
export const sideOf = (actor: Actor, pair: Pick<PairParties, 'mentorId' | 'menteeId'>): PlanSide | undefined => {
  if (actor.personId === null) return undefined;
  if (actor.personId === pair.mentorId) return 'mentor';
  return actor.personId === pair.menteeId ? 'mentee' : undefined;
};

/** The mentor of the pair writes its plan, and so may a curator. */
export const mayWritePlan = (actor: Actor, pair: Pick<PairParties, 'mentorId' | 'menteeId'>): Verdict =>
  holds(actor, ...planKeepers) || sideOf(actor, pair) === 'mentor' || because('plans.not-the-writer');

/** Each side agrees for itself; nobody agrees for another. */
export const mayAgree = (actor: Actor, pair: Pick<PairParties, 'mentorId' | 'menteeId'>): Verdict =>
  sideOf(actor, pair) !== undefined || because('plans.not-a-side');

/** Both sides may ask for a correction, and a curator. */
export const mayAskCorrection = (actor: Actor, pair: Pick<PairParties, 'mentorId' | 'menteeId'>): Verdict =>
  holds(actor, ...planKeepers) || sideOf(actor, pair) !== undefined || because('plans.not-a-side');
