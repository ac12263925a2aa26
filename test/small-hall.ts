import { randomUUID } from 'node:crypto';
import { castVote } from '../src/features/general-meeting/cast-vote.ts';
import { comeBySlip, type Visitor } from '../src/features/general-meeting/come-in.ts';
import { makeMeeting } from '../src/features/general-meeting/make-meeting.ts';
import type { Move } from '../src/features/general-meeting/meeting.ts';
import { moveMeeting } from '../src/features/general-meeting/move-meeting.ts';
import { meetingById } from '../src/features/general-meeting/rows.ts';
import { day } from '../src/kernel/day.ts';
import { now } from '../src/platform/clock.ts';
import type { World } from './story.ts';

export const hallInput = {
  ...{ eventId: null, title: 'Общая встреча', day: day('2026-10-12'), starts: '14:00', ends: '15:30', place: 'зал' },
  ...{ rounds: 2, roundMinutes: 5, mostWishes: 2 },
};

/** Anna and Boris mentor, Olya, Petya and Rita learn; all are invited. */
export const smallHall = async ({ ctx, given }: World) => {
  const curator = ctx('curator');
  const ids: Record<string, string> = {};
  for (const name of ['anna', 'boris', 'olya', 'petya', 'rita']) ids[name] = await given.student({ last: name });
  const { anna = '', boris = '', olya = '', petya = '', rita = '' } = ids;
  await given.mentor(anna);
  await given.mentor(boris);
  for (const one of [olya, petya, rita]) await given.mentee(one);
  const made = await makeMeeting(curator, 2026, hallInput);
  if (!made.ok) throw new Error(made.reason);
  const meetingId = made.value;
  const as = (personId: string): Visitor => ({ db: curator.db, today: curator.today, meetingId, personId });
  const move = async (to: Move) => {
    const version = (await meetingById(curator.db, meetingId))?.version ?? 0;
    return moveMeeting(curator, { meetingId, version, to });
  };
  const vote = (
    personId: string,
    wants: readonly string[],
    more: { avoids?: readonly string[]; at?: Date; key?: string } = {},
  ) => castVote(as(personId), { wants, helps: [], avoids: [], key: randomUUID(), at: now(), ...more });
  return { curator, meetingId, anna, boris, olya, petya, rita, as, move, vote };
};

/** The same, and all have come. */
export const gatheredHall = async (world: World) => {
  const here = await smallHall(world);
  for (const one of [here.anna, here.boris, here.olya, here.petya, here.rita]) await comeBySlip(here.as(one));
  return here;
};
