import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { givenPair } from '../../../test/plan-story.ts';
import { story } from '../../../test/story.ts';
import type { FileStore } from '../../platform/storage.ts';
import { installNorms } from '../college/rows.ts';
import { linkRepresentative } from '../consents/signing-rows.ts';
import { addNeed } from '../registers/add-need.ts';
import { readSecret } from '../registers/read-secret.ts';
import { countPlaces, personColumns, readingsOf } from './about-rows.ts';
import { aboutKinds } from './about-texts.ts';
import { exportAbout } from './export-about.ts';
import { allKinds, countAbout, mayReadAbout, recordsOf, subjectsOf } from './read-about.ts';
import { linesOf } from './row-words.ts';

/** No file of these stories is read. */
const noFiles: FileStore = {
  put: () => Promise.reject(new Error('nothing is stored')),
  read: () => Promise.reject(new Error('nothing is read')),
  stream: () => new ReadableStream(),
  remove: () => Promise.resolve(),
};

const secret = 'Семейные обстоятельства, известные только психологу';

const need = (personId: string, confidential: boolean) => ({
  ...({ personId, topic: 'study', source: 'class-teacher', confidential } as const),
  note: confidential ? secret : 'Нужна помощь с математикой',
});

test(
  'every table that names a person is told of: described, or counted among the rest',
  story(async ({ db, ctx, given }) => {
    const told = (await allKinds({ db })).flatMap(({ places }) =>
      places.flatMap(({ table, by }) => by.flatMap((one) => ('column' in one ? [`${table}.${one.column}`] : []))),
    );
    const columns = await personColumns(db);
    expect(columns.length).toBeGreaterThan(40);
    expect(columns.filter(({ table, column }) => !told.includes(`${table}.${column}`))).toEqual([]);

    const personId = await given.student({ last: 'Олина' });
    const places = (await allKinds(ctx('mentee'))).flatMap((kind) => kind.places);
    expect(await countPlaces(db, places, personId)).toHaveLength(places.length);
  }),
);

test(
  'a person reads everything of the own but what is sealed, and learns that the sealed part exists and who opened it',
  story(async ({ db, ctx, given }) => {
    await installNorms(db);
    const { menteeId } = await givenPair(db, given);
    await addNeed(ctx('curator'), need(menteeId, false));
    const hidden = await addNeed(ctx('psychologist'), need(menteeId, true));
    if (!hidden.ok) throw new Error(hidden.reason);
    const self = ctx({ personId: menteeId, roles: ['mentee'] });
    const [subject] = await subjectsOf(self);
    if (!subject) throw new Error('one’s own card');

    const counts = new Map((await countAbout(self, subject)).map((one) => [one.kind.code, one]));
    expect(counts.get('needs')).toMatchObject({ open: 1, sealed: 1 });
    expect(counts.get('pairs')?.open).toBe(1);
    expect(counts.get('consents')?.open).toBe(1);
    for (const kind of aboutKinds) {
      const words = JSON.stringify(await recordsOf(self, kind, subject));
      expect(words).not.toContain(secret);
      expect(words).not.toContain('account_id');
    }
    expect(await readingsOf(db, menteeId)).toEqual([]);
    const row = await db.selectFrom('needs').select('id').where('confidential', '=', true).executeTakeFirstOrThrow();
    await readSecret(ctx('psychologist'), row.id);
    expect((await readingsOf(db, menteeId)).map(({ actorName }) => actorName)).toEqual(['Ложкина Е. С.']);
  }),
);

test(
  'a representative sees the data of a child under eighteen without the child’s own words; of nobody else',
  story(async ({ db, ctx, given }) => {
    const child = await given.student({ last: 'Олин', born: '2010-01-01' });
    const grown = await given.student({ last: 'Гусев', born: '2005-01-01' });
    const stranger = await given.student({ last: 'Чужов' });
    const parentId = await given.teacher({ last: 'Олина' });
    for (const personId of [child, grown])
      await linkRepresentative(db, { personId, representativeId: parentId, document: 'свидетельство' });
    const parent = ctx({ personId: parentId, roles: ['parent'] });

    const subjects = await subjectsOf(parent);
    expect(subjects.map(({ person }) => person.id)).toEqual([parentId, child]);
    expect(mayReadAbout(parent.actor, subjects, child)).toBe(true);
    expect(mayReadAbout(parent.actor, subjects, grown)).not.toBe(true);
    expect(mayReadAbout(parent.actor, subjects, stranger)).not.toBe(true);
    const [, subject] = subjects;
    if (!subject) throw new Error('the child');
    await db
      .insertInto('curator_questions')
      .values({ person_id: child, title: 'Можно ли сменить наставника', asked_on: parent.today })
      .execute();
    const questions = (await countAbout(parent, subject)).find(({ kind }) => kind.code === 'questions');
    expect([questions?.open, questions?.sealed]).toEqual([0, 1]);
    const kind = aboutKinds.find(({ code }) => code === 'questions');
    expect(kind && (await recordsOf(parent, kind, subject))).toEqual([]);
  }),
);

test(
  'the archive holds a page to read and the same as data, leaves the sealed part out, and is journaled',
  story(async ({ db, ctx, given, journal }) => {
    await installNorms(db);
    const { menteeId } = await givenPair(db, given);
    await addNeed(ctx('curator'), need(menteeId, false));
    await addNeed(ctx('psychologist'), need(menteeId, true));
    const self = { ...ctx({ personId: menteeId, roles: ['mentee'] }), store: noFiles };

    const { value } = await exportAbout(self, menteeId);

    const entries = unzipSync(value.bytes);
    expect(Object.keys(entries).toSorted()).toEqual(['data.json', 'index.html']);
    const [html, json] = ['index.html', 'data.json'].map((name) => Buffer.from(entries[name] ?? []).toString('utf8'));
    expect(html).toContain('Нужна помощь с математикой');
    expect(html).toContain('Закрытых записей: 1');
    expect(html).not.toContain(secret);
    expect(json).not.toContain(secret);
    expect(JSON.parse(json ?? '{}')).toMatchObject({ pairs: { sealed: 0 }, needs: { sealed: 1 } });
    expect((await journal()).at(-1)).toBe('person.exported-own');
    await expect(exportAbout({ ...ctx('mentee'), store: noFiles }, menteeId)).rejects.toThrow('forbidden');
  }),
);

test('a row is told by the names of its columns; keys and counters are not', () => {
  const row = {
    ...{ id: '11111111-1111-4111-8111-111111111111', topic: 'study', confidential: false },
    ...{ stated_on: '2026-09-10', note: 'Математика', withdrawn_on: null, forms: ['student-student'] },
  };
  const names = new Map([
    ['study', 'Подтянуть учёбу'],
    ['student-student', 'студент — студент'],
  ]);

  expect(linesOf(row, names)).toEqual([
    { label: 'Формы', value: 'студент — студент' },
    { label: 'Тема', value: 'Подтянуть учёбу' },
    { label: 'Запись', value: 'Математика' },
    { label: 'Когда', value: '10.09.2026' },
  ]);
});
