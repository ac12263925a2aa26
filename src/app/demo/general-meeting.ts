import { randomUUID } from 'node:crypto';
import { castVote } from '../../features/general-meeting/cast-vote.ts';
import { closeMeeting } from '../../features/general-meeting/close-meeting.ts';
import { comeBySlip } from '../../features/general-meeting/come-in.ts';
import { type GuestLine, guestLines } from '../../features/general-meeting/guest-rows.ts';
import { makeMeeting } from '../../features/general-meeting/make-meeting.ts';
import type { Move } from '../../features/general-meeting/meeting.ts';
import { moveMeeting } from '../../features/general-meeting/move-meeting.ts';
import { meetingById } from '../../features/general-meeting/rows.ts';
import { seatsOf } from '../../features/general-meeting/seat-rows.ts';
import { yearOf } from '../../kernel/academic-year.ts';
import { type Day, day } from '../../kernel/day.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';

const autumn = day('2026-10-15');

const hall = { eventId: null, place: 'актовый зал', starts: '14:30', ends: '16:00', roundMinutes: 5, mostWishes: 3 };

const make = async (ctx: Ctx, title: string, on: Day, rounds: number): Promise<string> =>
  must(await makeMeeting(ctx, yearOf(on), { ...hall, title, day: on, rounds }));

const moveOn = async (ctx: Ctx, meetingId: string, to: Move): Promise<void> => {
  const version = (await meetingById(ctx.db, meetingId))?.version ?? 0;
  must(await moveMeeting(ctx, { meetingId, version, to }));
};

/** Each names two of those they talked with and one more; a few have somebody they would rather avoid. */
const vote = async (ctx: Ctx, meetingId: string, came: readonly GuestLine[]): Promise<void> => {
  const seats = await seatsOf(ctx.db, meetingId);
  for (const [at, { personId, side }] of came.entries()) {
    const talked = seats.flatMap(({ mentorId, menteeId }) => {
      if (side === 'mentor') return mentorId === personId ? [menteeId] : [];
      return menteeId === personId ? [mentorId] : [];
    });
    const others = came.filter((one) => one.side !== side && !talked.includes(one.personId));
    const wants = [...talked.slice(0, 2), ...others.slice(at % 7, (at % 7) + 1).map((one) => one.personId)];
    if (wants.length === 0) continue;
    const avoids = at % 17 === 0 ? others.slice(9, 10).map((one) => one.personId) : [];
    const word = { wants, helps: talked.slice(-1), avoids, key: randomUUID(), at: now() };
    must(await castVote({ db: ctx.db, today: ctx.today, meetingId, personId }, word));
  }
};

/** The meeting of October: nine of ten came, talked in three rounds and voted; a few came and named nobody. */
export const fillGeneralMeeting = async ({ as, actors }: Filling): Promise<void> => {
  const ctx = as(actors.curator, autumn);
  const meetingId = await make(ctx, 'Общая встреча наставников и наставляемых', autumn, 3);
  const came = (await guestLines(ctx.db, meetingId)).filter((_, at) => at % 10 !== 7);
  for (const { personId } of came) must(await comeBySlip({ db: ctx.db, today: autumn, meetingId, personId }));
  for (const to of ['cards', 'rounds', 'rounds', 'rounds', 'voting'] as const) await moveOn(ctx, meetingId, to);
  const voters = came.filter((_, at) => at % 23 !== 5);
  await vote(ctx, meetingId, voters);
  const version = (await meetingById(ctx.db, meetingId))?.version ?? 0;
  must(await closeMeeting(ctx, meetingId, version));
};

/** A second meeting is made for the day of the demo: the hall gathers, nobody has voted yet. */
export const fillWinterMeeting = async ({ as, actors }: Filling): Promise<void> => {
  const ctx = as(actors.curator, demoToday);
  const meetingId = await make(ctx, 'Зимняя общая встреча', demoToday, 4);
  const guests = await guestLines(ctx.db, meetingId);
  for (const { personId } of guests.filter((_, at) => at % 4 === 0))
    must(await comeBySlip({ db: ctx.db, today: demoToday, meetingId, personId }));
};
