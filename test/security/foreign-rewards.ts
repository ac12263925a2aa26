import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

/** A letter, a nomination, an entry of the board, a case and a flag of a foreign college. */
export const foreignRewards = async (db: CollegeDb, marker: string, personId: string, pairId: string) => {
  const thanks = await db
    .insertInto('thanks')
    .values({
      year: 2026,
      number: 1,
      person_id: personId,
      addressed: 'person',
      words: marker,
      signed_on: day('2026-10-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const nomination = await db
    .insertInto('nominations')
    .values({ year: 2026, title: marker, side: 'mentee', closes_on: day('2026-10-30') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const entry = await db
    .insertInto('honour_entries')
    .values({ year: 2026, person_id: personId, words: marker, put_on: day('2026-10-01') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const story = await db
    .insertInto('practice_cases')
    .values({ year: 2026, pair_id: pairId, title: marker, situation: marker, written_on: day('2026-10-01') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const flag = await db
    .insertInto('risk_flags')
    .values({
      pair_id: pairId,
      reason: 'silent',
      details: JSON.stringify({ last: marker }),
      opened_on: day('2026-10-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { flagId: flag.id, thanksId: thanks.id, nominationId: nomination.id, entryId: entry.id, caseId: story.id };
};
