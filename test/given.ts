import { day } from '../src/kernel/day.ts';
import type { CollegeDb } from '../src/platform/db.ts';

/** What a story starts from: records put straight into tables, with sensible values for all that the story does not say. */
export interface Given {
  group(code?: string): Promise<string>;
  student(who: { last: string; first?: string; patronymic?: string; group?: string; born?: string }): Promise<string>;
  teacher(who: { last: string; first?: string; post?: string }): Promise<string>;
  consentText(purpose?: 'processing' | 'publication' | 'third-party' | 'photo'): Promise<string>;
  consent(personId: string, from?: string, till?: string): Promise<string>;
  mentor(personId: string, capacity?: number): Promise<void>;
  mentee(personId: string): Promise<void>;
}

export const givenIn = (db: CollegeDb): Given => {
  const person = async (values: {
    kind: 'student' | 'staff';
    last_name: string;
    first_name: string;
    patronymic: string;
    post?: string;
    group_id?: string | null;
    birth_day?: ReturnType<typeof day>;
  }) =>
    (
      await db
        .insertInto('persons')
        .values({
          ...values,
          search: `${values.last_name} ${values.first_name} ${values.patronymic}`.toLowerCase().replaceAll('ё', 'е'),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;

  const given: Given = {
    group: async (code = 'ЭМ-21') =>
      (
        await db
          .insertInto('study_groups')
          .values({ code, course: 2 })
          .onConflict((clash) => clash.columns(['college_id', 'code']).doUpdateSet({ course: 2 }))
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id,
    student: async ({ last, first = 'Анна', patronymic = 'Сергеевна', group, born = '2008-03-14' }) =>
      person({
        kind: 'student',
        last_name: last,
        first_name: first,
        patronymic,
        birth_day: day(born),
        group_id: await given.group(group),
      }),
    teacher: ({ last, first = 'Ольга', post = 'преподаватель' }) =>
      person({ kind: 'staff', last_name: last, first_name: first, patronymic: 'Петровна', post }),
    consentText: async (purpose = 'processing') => {
      const known = await db.selectFrom('consent_texts').select('id').where('purpose', '=', purpose).executeTakeFirst();
      if (known) return known.id;
      const made = await db
        .insertInto('consent_texts')
        .values({ purpose, version: 1, body: 'Текст согласия', valid_from: day('2025-09-01') })
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    consent: async (personId, from = '2026-09-01', till = '2027-08-31') => {
      const text_id = await given.consentText();
      const made = await db
        .insertInto('consents')
        .values({
          person_id: personId,
          purpose: 'processing',
          text_id,
          signed_by: 'self',
          signed_on: day(from),
          valid_till: day(till),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    mentor: async (personId, capacity = 1) => {
      await db
        .insertInto('mentors')
        .values({
          person_id: personId,
          capacity,
          entered_on: day('2026-09-01'),
          status: 'approved',
          forms: ['student-student'],
        })
        .execute();
    },
    mentee: async (personId) => {
      await db
        .insertInto('mentees')
        .values({ person_id: personId, entered_on: day('2026-09-01') })
        .execute();
    },
  };
  return given;
};
