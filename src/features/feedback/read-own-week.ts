import { addDays } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { ownMeetings } from '../meetings/own-rows.ts';
import { pairsBy } from '../pairs/rows.ts';
import { standingOf } from '../plans/plan.ts';
import { agreementsOf, planOfPair, versionsOf } from '../plans/rows.ts';
import { roundState } from '../questionnaires/round.ts';
import { roundsFor } from '../questionnaires/round-rows.ts';
import type { OwnWeek } from './digest-texts.ts';

/** Meetings whose day is over are told of for so long; older ones are the curator's care. */
const backDays = 30;

/** Plans of own pairs that wait for this side's agreement. */
const plansToAgree = async ({ db, today }: Pick<Ctx, 'db' | 'today'>, personId: string): Promise<number> => {
  let count = 0;
  for (const pair of await pairsBy(db, { personId }, today, { limit: 100 })) {
    const plan = pair.till < today ? undefined : await planOfPair(db, pair.id);
    const open = plan && standingOf(await versionsOf(db, plan.id)).open;
    if (!plan || open?.state !== 'proposed') continue;
    const side = pair.mentor.id === personId ? 'mentor' : 'mentee';
    const agreed = (await agreementsOf(db, plan.id)).some((one) => one.versionId === open.id && one.side === side);
    if (!agreed) count += 1;
  }
  return count;
};

/** The week of a mentor or a mentee: what is planned, and what waits for a word. */
export const readOwnWeek = async (
  { db, today }: Pick<Ctx, 'db' | 'today'>,
  personId: string,
  monday: Ctx['today'],
): Promise<OwnWeek> => {
  const planned = (await ownMeetings(db, personId, addDays(today, -backDays))).filter(
    ({ state }) => state === 'planned',
  );
  const sunday = addDays(monday, 6);
  return {
    meetings: planned.filter(({ day }) => day >= today && day <= sunday),
    unlogged: planned.filter(({ day }) => day < today).length,
    questionnaires: (await roundsFor(db, personId)).filter(
      (round) => !round.answered && roundState(round, today) === 'running',
    ).length,
    plans: await plansToAgree({ db, today }, personId),
  };
};
