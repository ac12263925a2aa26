import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

/** A general meeting of a foreign college that takes votes, and a case of somebody without a mentor. */
export const foreignGeneralMeeting = async (
  db: CollegeDb,
  marker: string,
  { eventId, personId }: { readonly eventId: string; readonly personId: string },
): Promise<{ generalMeetingId: string; supportCaseId: string }> => {
  const meeting = await db
    .insertInto('general_meetings')
    .values({ year: 2026, event_id: eventId, state: 'voting', rounds: 3, round_minutes: 5, most_wishes: 3 })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('general_meeting_guests')
    .values({ meeting_id: meeting.id, person_id: personId, side: 'mentee', number: 1 })
    .execute();
  const support = await db
    .insertInto('support_cases')
    .values({ year: 2026, person_id: personId, opened_on: day('2026-10-01'), due_on: day('2026-10-15') })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('support_notes')
    .values({ case_id: support.id, day: day('2026-10-02'), kind: 'note', body: marker, author: marker })
    .execute();
  return { generalMeetingId: meeting.id, supportCaseId: support.id };
};
