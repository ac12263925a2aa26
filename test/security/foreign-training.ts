import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

/** Selection and training of a foreign college, by the names of route parameters. */
export const foreignTraining = async (
  db: CollegeDb,
  marker: string,
  { mentorId }: { readonly mentorId: string },
): Promise<Readonly<Record<string, string>>> => {
  const rule = await db
    .insertInto('selection_rules')
    .values({ kind: 'confirmed', words: marker })
    .returning('id')
    .executeTakeFirstOrThrow();
  const question = await db
    .insertInto('interview_questions')
    .values({ question: marker })
    .returning('id')
    .executeTakeFirstOrThrow();
  const interview = await db
    .insertInto('interviews')
    .values({ year: 2026, person_id: mentorId, day: day('2026-10-12'), starts: '14:00', place: marker })
    .returning('id')
    .executeTakeFirstOrThrow();
  const clearance = await db
    .insertInto('clearances')
    .values({ person_id: mentorId, kind: 'other', number: marker, issued_on: day('2026-09-01') })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ruleId: rule.id, questionId: question.id, interviewId: interview.id, clearanceId: clearance.id };
};
