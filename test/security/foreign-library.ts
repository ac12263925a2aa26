import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

/** A material and a question of a foreign college. */
export const foreignLibrary = async (db: CollegeDb, marker: string, personId: string) => {
  const material = await db
    .insertInto('library_materials')
    .values({ title: marker, body: marker, moment: 'work', readers: ['mentee'], added_on: day('2026-09-01') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const question = await db
    .insertInto('curator_questions')
    .values({ person_id: personId, title: marker, asked_on: day('2026-10-01') })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('question_words').values({ question_id: question.id, from_asker: true, words: marker }).execute();
  return { materialId: material.id, questionId: question.id };
};
