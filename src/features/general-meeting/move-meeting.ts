import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepMeetings } from './access.ts';
import { suitOf } from './card.ts';
import { guestRecords } from './guest-rows.ts';
import { type GeneralMeeting, type Move, mayMove } from './meeting.ts';
import { meetingById, setState } from './rows.ts';
import { lastPlannedRound, replaceSeats, seatsOf } from './seat-rows.ts';
import { mostRounds, planSeats } from './seating.ts';

export type MoveRefusal = 'changed-meanwhile' | 'not-from-here' | 'one-side-missing';

/** Votes are announced for so long; they are taken until the curator closes. */
const votingMinutes = 15;

const inMinutes = (minutes: number): Date => new Date(now().getTime() + minutes * 60_000);

/**
 * Seats for the rounds that are still to come, from those who are here now; talks that have been are not repeated. The plan
 * is made anew only when the people changed, so that it stays as good as it was. Answers the last round.
 */
const planRounds = async (ctx: Ctx, meeting: GeneralMeeting, from: number): Promise<number> => {
  const guests = (await guestRecords(ctx.db, meeting.id, ctx.today)).filter(({ came }) => came);
  const byId = new Map(guests.map((guest) => [guest.personId, guest]));
  const ids = (side: string) => guests.filter((guest) => guest.side === side).map(({ personId }) => personId);
  const [mentorIds, menteeIds] = [ids('mentor'), ids('mentee')];
  const seats = await seatsOf(ctx.db, meeting.id);
  const planned = seats.filter(({ round }) => round === from).flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
  const same = planned.length > 0 && new Set(planned).size === guests.length && planned.every((id) => byId.has(id));
  if (same) return lastPlannedRound(ctx.db, meeting.id);
  const plan = planSeats({
    mentorIds,
    menteeIds,
    from,
    till: Math.min(meeting.rounds, Math.max(from, mostRounds(mentorIds.length, menteeIds.length))),
    before: seats.filter(({ round }) => round < from),
    suits: (mentorId, menteeId) => {
      const [mentor, mentee] = [byId.get(mentorId), byId.get(menteeId)];
      return mentor && mentee ? suitOf(mentor, mentee) : 0;
    },
  });
  await replaceSeats(ctx.db, meeting.id, from, plan);
  return Math.max(from - 1, ...plan.map(({ round }) => round));
};

export interface MoveInput {
  readonly meetingId: string;
  readonly version: number;
  readonly to: Move;
}

/** Moves a meeting to another part. A round that runs is followed by the next one; the first one makes the plan. */
export const moveMeeting = async (
  ctx: Ctx,
  { meetingId, version, to }: MoveInput,
): Promise<Outcome<undefined, MoveRefusal>> => {
  demand(mayKeepMeetings(ctx.actor));
  const meeting = found(await meetingById(ctx.db, meetingId), 'general meeting');
  if (meeting.version !== version) return refused('changed-meanwhile');
  const planned = await lastPlannedRound(ctx.db, meetingId);
  if (!mayMove(meeting, to, planned === 0 ? meeting.rounds : planned)) return refused('not-from-here');

  const { state, round } = meeting;
  const next = to === 'rounds' ? Math.min(state === 'rounds' ? round + 1 : Math.max(1, round), meeting.rounds) : round;
  if (to === 'rounds' && (await planRounds(ctx, meeting, next)) < next) return refused('one-side-missing');
  const endsAt = to === 'rounds' ? inMinutes(meeting.roundMinutes) : to === 'voting' ? inMinutes(votingMinutes) : null;
  if (!(await setState(ctx.db, meetingId, version, { state: to, round: next, endsAt })))
    return refused('changed-meanwhile');
  await record(ctx, 'general-meeting.moved', { kind: 'general-meeting', id: meetingId }, { to, round: next });
  return done();
};
