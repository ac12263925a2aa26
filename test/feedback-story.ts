import { openFlags } from '../src/features/feedback/flag-rows.ts';
import { lookThrough } from '../src/features/feedback/look-through.ts';
import { day } from '../src/kernel/day.ts';
import type { World } from './story.ts';

export interface Pair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly pairId: string;
}

export const pairOf = async ({ given, db }: World, last = 'Белова', group = 'ЭМ-21'): Promise<Pair> => {
  const mentorId = await given.student({ last, group });
  const menteeId = await given.student({ last: `${last}-Младшая`, group });
  await given.mentor(mentorId);
  await given.mentee(menteeId);
  const { id } = await db
    .insertInto('pairs')
    .values({
      mentor_id: mentorId,
      mentee_id: menteeId,
      form: 'student-student',
      from_day: day('2026-10-12'),
      till_day: day('2027-06-30'),
      seat: 1,
      mentor_consent_id: await given.consent(mentorId),
      mentee_consent_id: await given.consent(menteeId),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { mentorId, menteeId, pairId: id };
};

export const meeting = (
  db: World['db'],
  pairId: string,
  on: string,
  { absent = null, help = false }: { absent?: 'mentor' | 'mentee' | null; help?: boolean } = {},
) =>
  db
    .insertInto('meetings')
    .values({
      ...{ pair_id: pairId, kind: 'working', state: absent ? 'missed' : 'held', absent, needs_help: help },
      ...{ day: day(on), logged_on: day(on), door_key: 'key' },
    })
    .execute();

export const look = async (world: World, on: string) => {
  const outcome = await lookThrough(world.ctx('curator', on));
  return outcome.ok ? outcome.value : undefined;
};

export const reasons = async (world: World) => (await openFlags(world.db)).map(({ reason }) => reason);
