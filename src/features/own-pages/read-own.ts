import type { Ctx } from '../../platform/context.ts';
import { statesOf } from '../consents/rows.ts';
import { consentSettings } from '../consents/setting-rows.ts';
import { lastMeetingOf } from '../meetings/fact-rows.ts';
import { isLogged, type Meeting } from '../meetings/meeting.ts';
import { meetingNorms } from '../meetings/norm-rows.ts';
import { meetingsOf } from '../meetings/rows.ts';
import { pairsBy } from '../pairs/rows.ts';
import { standingOf } from '../plans/plan.ts';
import { type ListedPlan, plansBy } from '../plans/register-rows.ts';
import { agreementsOf, versionsOf } from '../plans/rows.ts';
import { roundState } from '../questionnaires/round.ts';
import { roundsFor } from '../questionnaires/round-rows.ts';
import { nextStep, type OwnPair, type OwnState, type Step } from './next-step.ts';
import { type Contact, contactsOf } from './own-rows.ts';

/** One's own programme today: with whom, when, and what next. */
export interface Own extends OwnState {
  readonly step: Step;
  readonly plans: readonly ListedPlan[];
  readonly contacts: ReadonlyMap<string, Omit<Contact, 'name'>>;
  readonly meetings: readonly Meeting[];
  /** The last meeting that was held, by pair. */
  readonly last: Awaited<ReturnType<typeof lastMeetingOf>>;
  readonly questionnaires: number;
  /** So many days without a meeting are silence here. */
  readonly silenceDays: number;
}

const wantedStates = ['missing', 'expired', 'withdrawn', 'turned-18'];

const consentWanted = async ({ db, today }: Ctx, personId: string): Promise<boolean> => {
  const { electronic } = await consentSettings(db);
  if (!electronic) return false;
  const state = (await statesOf(db, 'processing', today, [personId])).get(personId)?.state ?? 'missing';
  return wantedStates.includes(state);
};

const ownPair = async ({ db }: Ctx, personId: string, row: ListedPlan): Promise<OwnPair> => {
  const side = row.mentor.id === personId ? 'mentor' : 'mentee';
  const open = row.planId === null ? undefined : standingOf(await versionsOf(db, row.planId)).open;
  const agreed = row.planId === null ? [] : await agreementsOf(db, row.planId);
  return {
    ...{ pairId: row.pairId, planId: row.planId, plan: row.state, side, till: row.till },
    partner: side === 'mentor' ? row.mentee : row.mentor,
    toAgree: open?.state === 'proposed' && !agreed.some((one) => one.versionId === open.id && one.side === side),
    toWrite: side === 'mentor' && (row.planId === null || open?.state === 'draft'),
  };
};

const open = async ({ db, today }: Ctx, personId: string) =>
  (await roundsFor(db, personId)).filter((round) => !round.answered && roundState(round, today) === 'running');

const noPairs: readonly ListedPlan[] = [];

const plansOf = async (ctx: Ctx, personId: string): Promise<readonly ListedPlan[]> => {
  const pairs = await pairsBy(ctx.db, { personId }, ctx.today, { limit: 100 });
  const pairIds = pairs.filter(({ till }) => till >= ctx.today).map(({ id }) => id);
  return pairIds.length === 0 ? noPairs : plansBy(ctx.db, { pairIds }, ctx.today, { limit: 100 });
};

/** Everything that a person's own first page is made of; undefined for an account without a card. */
export const readOwn = async (ctx: Ctx): Promise<Own | undefined> => {
  const { personId } = ctx.actor;
  if (personId === null) return undefined;
  const plans = await plansOf(ctx, personId);
  const pairs: OwnPair[] = [];
  for (const row of plans) pairs.push(await ownPair(ctx, personId, row));
  const pairIds = pairs.map(({ pairId }) => pairId);
  const meetings = pairIds.length === 0 ? [] : await meetingsOf(ctx.db, pairIds);
  const over = meetings.find(({ state, day }) => state === 'planned' && day < ctx.today);
  const rounds = await open(ctx, personId);
  const [round] = rounds.toSorted((a, b) => a.closesOn.localeCompare(b.closesOn));
  const state: OwnState = {
    consentWanted: await consentWanted(ctx, personId),
    meetingToLog: over && {
      id: over.id,
      day: over.day,
      asMentor: pairs.some(({ pairId, side }) => pairId === over.pairId && side === 'mentor'),
    },
    questionnaire: round && { id: round.id, title: round.title, till: round.closesOn },
    nextMeeting: meetings.some((one) => !isLogged(one) && one.state === 'planned' && one.day >= ctx.today),
    pairs,
  };
  return {
    ...state,
    step: nextStep(state),
    plans,
    meetings,
    last: await lastMeetingOf(ctx.db, pairIds),
    contacts: await contactsOf(
      ctx.db,
      ctx.today,
      pairs.map(({ partner }) => partner.id),
    ),
    questionnaires: rounds.length,
    silenceDays: (await meetingNorms(ctx.db)).silenceDays,
  };
};
