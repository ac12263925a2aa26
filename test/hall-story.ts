import { sql } from 'kysely';
import { comeBySlip } from '../src/features/general-meeting/come-in.ts';
import { issueSlips, type Slip } from '../src/features/general-meeting/issue-slips.ts';
import { makeMeeting } from '../src/features/general-meeting/make-meeting.ts';
import type { Move } from '../src/features/general-meeting/meeting.ts';
import { moveMeeting } from '../src/features/general-meeting/move-meeting.ts';
import { meetingById } from '../src/features/general-meeting/rows.ts';
import { personOf } from '../src/features/people/person.ts';
import { insertPersons } from '../src/features/people/rows.ts';
import { day } from '../src/kernel/day.ts';
import type { Ctx } from '../src/platform/context.ts';

export interface Hall {
  readonly meetingId: string;
  readonly slips: readonly Slip[];
}

const namesake = (word: string, at: number) => ({
  lastName: `${word}${[...String(at)].map((digit) => 'абвгдежзик'[Number(digit)]).join('')}`,
  firstName: 'Анна',
  patronymic: 'Сергеевна',
});

/** A hall of invented people with their slips in hand; all have come, have talked in one round, and may vote. */
export const votingHall = async (
  ctx: Ctx,
  { mentors, mentees }: { readonly mentors: number; readonly mentees: number },
): Promise<Hall> => {
  const born = { birthDay: day('2005-03-14') };
  const people = (word: string, count: number) =>
    insertPersons(
      ctx.db,
      Array.from({ length: count }, (_, at) => personOf('student', namesake(word, at), born)),
    );
  const [mentorIds, menteeIds] = [await people('Наставник', mentors), await people('Наставляемый', mentees)];
  await sql`insert into mentors (person_id, capacity, entered_on, status, forms)
    select unnest(${sql.val(mentorIds)}::uuid[]), 3, '2026-09-01', 'approved', '{student-student}'`.execute(ctx.db);
  await sql`insert into mentees (person_id, entered_on) select unnest(${sql.val(menteeIds)}::uuid[]), '2026-09-01'`.execute(
    ctx.db,
  );
  const made = await makeMeeting(ctx, 2026, {
    ...{ eventId: null, title: 'Общая встреча', day: ctx.today, starts: '14:00', ends: '15:30', place: '' },
    ...{ rounds: 1, roundMinutes: 5, mostWishes: 3 },
  });
  if (!made.ok) throw new Error(made.reason);
  const meetingId = made.value;
  const slips = await issueSlips(ctx, meetingId);
  if (!slips.ok) throw new Error(slips.reason);
  for (const { personId } of slips.value) await comeBySlip({ db: ctx.db, today: ctx.today, meetingId, personId });
  for (const to of ['rounds', 'voting'] satisfies Move[]) {
    const version = (await meetingById(ctx.db, meetingId))?.version ?? 0;
    const moved = await moveMeeting(ctx, { meetingId, version, to });
    if (!moved.ok) throw new Error(moved.reason);
  }
  return { meetingId, slips: slips.value };
};
