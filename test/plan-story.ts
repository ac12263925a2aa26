import type { Actor } from '../src/kernel/actor.ts';
import { day } from '../src/kernel/day.ts';
import type { Ctx } from '../src/platform/context.ts';
import type { CollegeDb } from '../src/platform/db.ts';
import type { Given } from './given.ts';
import type { World } from './story.ts';

export type { World } from './story.ts';

/** A pair of Anna's with one more mentee, put straight into the table; works 15 October – 30 June. */
export const givenPair = async (
  db: CollegeDb,
  given: Given,
  { last = 'Олина', from = '2026-10-01' }: { readonly last?: string; readonly from?: string } = {},
): Promise<{ id: string; mentorId: string; menteeId: string }> => {
  const known = await db.selectFrom('mentors').select('person_id').executeTakeFirst();
  const mentorId = known?.person_id ?? (await given.student({ last: 'Аннина', first: 'Анна', group: 'ЭМ-41' }));
  if (!known) {
    await given.mentor(mentorId, 3);
    await given.consent(mentorId);
  }
  const menteeId = await given.student({ last, first: 'Ольга', group: 'ЭМ-21' });
  await given.mentee(menteeId);
  const consents = await db.selectFrom('consents').select(['id', 'person_id']).execute();
  const mentorConsent = consents.find((one) => one.person_id === mentorId)?.id ?? '';
  const seats = await db.selectFrom('pairs').select('seat').execute();
  const { id } = await db
    .insertInto('pairs')
    .values({
      ...{ mentor_id: mentorId, mentee_id: menteeId, form: 'student-student', variant: 'strong-weak' },
      ...{ from_day: day(from), till_day: day('2027-06-30'), seat: seats.length + 1, mentor_capacity: 3 },
      ...{ mentor_consent_id: mentorConsent, mentee_consent_id: await given.consent(menteeId) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, mentorId, menteeId };
};

export interface PairStory {
  readonly id: string;
  readonly mentor: Ctx;
  readonly mentee: Ctx;
}

/** The same with both sides signed in. */
export const actorWith = async (world: World, last = 'Олина'): Promise<PairStory> => {
  const { id, mentorId, menteeId } = await givenPair(world.db, world.given, { last });
  const as = (personId: string, role: Actor['roles'][number]) => world.ctx({ personId, roles: [role] });
  return { id, mentor: as(mentorId, 'mentor'), mentee: as(menteeId, 'mentee') };
};
