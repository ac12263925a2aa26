import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { mayKeepSelection } from './access.ts';
import { type Interview, insertSlot, interviewById, setInterviewers, updateInterview } from './interview-rows.ts';

export interface SlotsInput {
  readonly day: Day;
  /** «14:00», «14:30» */
  readonly times: readonly string[];
  readonly place: string;
  readonly interviewerIds: readonly string[];
}

export type SlotsRefusal = 'no-interviewers' | 'day-past' | 'place-taken';

/** Opens slots of one day in one place with the same interviewers. Answers how many. */
export const openSlots = async (ctx: Ctx, input: SlotsInput): Promise<Outcome<number, SlotsRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  if (input.interviewerIds.length === 0) return refused('no-interviewers');
  if (input.day < ctx.today) return refused('day-past');
  const { currentYear: year } = await theCollege(ctx.db);

  const { day, place, times } = input;
  const wall = await refusedBy(ctx.db, async () => {
    for (const starts of new Set(times)) {
      const id = await insertSlot(ctx.db, { year, day, starts, place, accountId: ctx.actor.accountId });
      await setInterviewers(ctx.db, id, input.interviewerIds);
    }
  });
  if (wall) return refused('place-taken');
  await record(ctx, 'interview.slots-opened', { kind: 'interview', id: null }, { day, times: [...new Set(times)] });
  return done(new Set(times).size);
};

export type InviteRefusal = 'not-a-free-slot' | 'has-another-slot' | 'interviews-oneself' | 'changed-meanwhile';

/** Invites a candidate to a free slot. */
export const inviteCandidate = async (
  ctx: Ctx,
  { interviewId, version, personId }: { interviewId: string; version: number; personId: string },
): Promise<Outcome<undefined, InviteRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  const slot = found(await interviewById(ctx.db, interviewId), 'interview');
  found(await mentorById(ctx.db, personId), 'mentor');
  if (slot.state !== 'planned' || slot.personId !== null) return refused('not-a-free-slot');
  if (slot.interviewerIds.includes(personId)) return refused('interviews-oneself');

  let written = false;
  const wall = await refusedBy(ctx.db, async () => {
    written = await updateInterview(ctx.db, { id: interviewId, version }, { person_id: personId });
  });
  if (wall) return refused('has-another-slot');
  if (!written) return refused('changed-meanwhile');
  await record(ctx, 'interview.invited', { kind: 'person', id: personId }, { day: slot.day, starts: slot.starts });
  return done();
};

export type FreeRefusal = 'already-held' | 'changed-meanwhile';

/** The candidate did not come, or the slot is not needed: nothing of it is thrown away. */
export const closeSlot = async (
  ctx: Ctx,
  { interviewId, version, state }: { interviewId: string; version: number; state: 'missed' | 'cancelled' },
): Promise<Outcome<Interview, FreeRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  const slot = found(await interviewById(ctx.db, interviewId), 'interview');
  if (slot.state !== 'planned') return refused('already-held');
  // Nobody can miss a slot that was nobody's.
  const now = slot.personId === null ? 'cancelled' : state;
  if (!(await updateInterview(ctx.db, { id: interviewId, version }, { state: now })))
    return refused('changed-meanwhile');
  await record(ctx, 'interview.closed', { kind: 'person', id: slot.personId }, { day: slot.day, state: now });
  return done(slot);
};
