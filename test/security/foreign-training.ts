import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

/** Selection and training of a foreign college, by the names of route parameters. */
export const foreignTraining = async (
  db: CollegeDb,
  marker: string,
  { mentorId, fileId }: { readonly mentorId: string; readonly fileId: string },
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
  const programme = await db
    .insertInto('training_programmes')
    .values({ year: 2026, title: marker })
    .returning('id')
    .executeTakeFirstOrThrow();
  const module = await db
    .insertInto('training_modules')
    .values({ programme_id: programme.id, position: 1, title: marker, hours: 2 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const session = await db
    .insertInto('training_sessions')
    .values({
      ...{ programme_id: programme.id, topic: marker, hours: 2, day: day('2026-10-12') },
      ...{ starts: '14:00', ends: '15:00', trainer: marker, door_code: 'a door of another college' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const material = await db
    .insertInto('training_materials')
    .values({ programme_id: programme.id, title: marker, file_id: fileId, added_on: day('2026-10-01') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const certificate = await db
    .insertInto('training_certificates')
    .values({
      ...{ number: 1, year: 2026, programme_id: programme.id, person_id: mentorId, hours: 2 },
      ...{ issued_on: day('2026-10-01'), check_code: 'a paper of another college' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const course = await db
    .insertInto('outside_courses')
    .values({
      ...{ year: 2026, person_id: mentorId, title: marker, organisation: marker, hours: 2 },
      ...{ from_day: day('2026-10-01'), till_day: day('2026-10-02') },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const questionnaire = await db
    .insertInto('questionnaires')
    .values({ title: marker, draft: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const version = await db
    .insertInto('questionnaire_versions')
    .values({
      ...{ questionnaire_id: questionnaire.id, number: 1, title: marker, definition: '{}', act_label: marker },
      ...{ act_day: day('2026-10-01'), approved_on: day('2026-10-01') },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const test = await db
    .insertInto('training_tests')
    .values({ programme_id: programme.id, version_id: version.id, scale: 'k', pass_mark: 1, required: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    testId: test.id,
    ...{ programmeId: programme.id, moduleId: module.id, sessionId: session.id },
    ...{ materialId: material.id, certificateId: certificate.id, courseId: course.id },
    ruleId: rule.id,
    questionId: question.id,
    interviewId: interview.id,
    clearanceId: clearance.id,
  };
};
