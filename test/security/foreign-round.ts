import type { Definition } from '../../src/features/questionnaires/definition.ts';
import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

const definitionOf = (marker: string): Definition => ({
  sections: [
    {
      id: 's1',
      title: marker,
      intro: '',
      questions: [{ id: 'q1', kind: 'long', text: marker, hint: '', required: false }],
    },
  ],
  scales: [],
});

/** A running round of a foreign college with one answer in it. */
export const foreignRound = async (
  db: CollegeDb,
  personId: string,
  marker: string,
): Promise<{ questionnaireId: string; roundId: string }> => {
  const definition = JSON.stringify(definitionOf(marker));
  const questionnaire = await db
    .insertInto('questionnaires')
    .values({ title: marker, draft: definition })
    .returning('id')
    .executeTakeFirstOrThrow();
  const version = await db
    .insertInto('questionnaire_versions')
    .values({
      questionnaire_id: questionnaire.id,
      number: 1,
      title: marker,
      definition,
      act_label: marker,
      act_day: day('2026-09-10'),
      approved_on: day('2026-09-10'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const round = await db
    .insertInto('questionnaire_rounds')
    .values({
      questionnaire_id: questionnaire.id,
      version_id: version.id,
      title: marker,
      year: 2026,
      opens_on: day('2026-10-01'),
      closes_on: day('2026-12-31'),
      anonymous: false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('questionnaire_invitations').values({ round_id: round.id, person_id: personId }).execute();
  const sheet = await db
    .insertInto('questionnaire_sheets')
    .values({
      round_id: round.id,
      version_id: version.id,
      person_id: personId,
      way: 'account',
      finished_on: day('2026-10-05'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('questionnaire_answers')
    .values({
      sheet_id: sheet.id,
      question: 'q1',
      answer_id: '00000000-0000-4000-8000-000000000009',
      value: JSON.stringify(marker),
      given_at: new Date('2026-10-05T10:00:00Z'),
    })
    .execute();
  return { questionnaireId: questionnaire.id, roundId: round.id };
};
