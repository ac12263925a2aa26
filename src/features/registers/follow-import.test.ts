import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { firstNorms } from '../college/norms.ts';
import { installNorms } from '../college/rows.ts';
import { needsOfImport, topicOf } from './follow-import.ts';
import { secretNote } from './need-rows.ts';

const topics = firstNorms.filter(({ kind }) => kind === 'topic');

test.each([
  ['подтянуть математику', 'study'],
  ['Подготовка к конкурсу «Профессионалы»', 'contest'],
  ['адаптация в общежитии', 'settle'],
  ['боится выступлений, неуверенность', 'confidence'],
  ['Найти работу', 'job'],
  ['хочет на Луну', 'other'],
])('«%s» is understood as the topic %s', (words, code) => {
  expect(topicOf(words, topics)).toBe(code);
});

test(
  'an imported list puts people with needs into the base, keeps closed notes apart, and takes them back with the import',
  story(async ({ ctx, db, given, journal }) => {
    await installNorms(db);
    const [olya, petr] = [await given.student({ last: 'Олегова' }), await given.student({ last: 'Петров' })];

    await needsOfImport.write(ctx('curator'), [
      { personId: olya, need: 'подтянуть химию', closedNote: null },
      { personId: petr, need: null, closedNote: 'на учёте' },
    ]);

    const needs = await db
      .selectFrom('needs')
      .select(['id', 'person_id', 'topic', 'note', 'confidential'])
      .orderBy('confidential')
      .execute();
    expect(needs).toMatchObject([
      { person_id: olya, topic: 'study', note: 'подтянуть химию', confidential: false },
      { person_id: petr, note: '', confidential: true },
    ]);
    expect(await secretNote(db, needs[1]?.id ?? '')).toBe('на учёте');
    expect(await journal()).toEqual(['need.imported']);

    await needsOfImport.undo(ctx('curator'), [olya, petr]);

    expect(await db.selectFrom('mentees').selectAll().execute()).toEqual([]);
  }),
);
