import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

/** A meeting of a foreign pair, with words that must be seen nowhere else. */
export const foreignMeeting = async (
  db: CollegeDb,
  marker: string,
  pairId: string,
): Promise<Readonly<Record<string, string>>> => {
  const { id: meetingId } = await db
    .insertInto('meetings')
    .values({
      ...{ pair_id: pairId, kind: 'working', state: 'held', day: day('2026-10-16'), note: marker, reason: marker },
      ...{ door_key: 'key', logged_on: day('2026-10-16'), logged_side: 'mentor', topics: [marker] },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('meeting_secrets').values({ meeting_id: meetingId, note: marker }).execute();
  return { meetingId };
};
