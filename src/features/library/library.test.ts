import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import type { Role } from '../../kernel/actor.ts';
import type { FileStore } from '../../platform/storage.ts';
import { libraryKeepers, mayAsk, mayReadMaterial, readable } from './access.ts';
import { askQuestion, closeQuestion, sayMore } from './ask-question.ts';
import { libraryFacts } from './fact-rows.ts';
import { addMaterial, archiveMaterial, changeMaterial, installMaterials } from './keep-material.ts';
import { type MaterialInput, suits, uncoveredForms } from './material.ts';
import { questionsOf, waitingQuestions, wordsOf } from './question-rows.ts';
import { materialById, materialsOf } from './rows.ts';
import { builtInMaterials } from './seed.ts';

const noFiles: FileStore = {
  put: () => Promise.reject(new Error('no file was sent')),
  read: () => Promise.reject(new Error('no file was sent')),
  stream: () => new ReadableStream(),
  remove: () => Promise.resolve(),
};

const talk: MaterialInput = {
  title: 'Первая встреча',
  summary: '',
  body: 'Начните с себя.',
  link: '',
  forms: [],
  moment: 'start',
  readers: ['mentor'],
};

const keeping = (world: World, who: Role = 'curator') => ({ ...world.ctx(who), store: noFiles });

const added = async (world: World, input: Partial<MaterialInput> = {}): Promise<string> => {
  const outcome = await addMaterial(keeping(world), { ...talk, ...input });
  return outcome.ok ? outcome.value : '';
};

test(
  'a material without text, link and file is refused, and nothing is written',
  story(async (world) => {
    expect(await addMaterial(keeping(world), { ...talk, body: '' })).toMatchObject({ ok: false, reason: 'empty' });
    expect(await materialsOf(world.db)).toEqual([]);
    expect(await world.journal()).toEqual([]);
  }),
);

test(
  'of two curators who edit one material the second is told, and the first one’s words stay',
  story(async (world) => {
    const materialId = await added(world);
    const change = (body: string) =>
      changeMaterial(keeping(world), { materialId, version: 1, input: { ...talk, body } });
    expect(await change('Первая правка')).toMatchObject({ ok: true });
    expect(await change('Вторая правка')).toMatchObject({ ok: false, reason: 'changed-meanwhile' });
    expect((await materialById(world.db, materialId))?.body).toBe('Первая правка');
  }),
);

test(
  'built-in texts are put in once; one that was archived does not come back',
  story(async (world) => {
    expect(await installMaterials(world.ctx('curator'))).toMatchObject({ value: builtInMaterials.length });
    const [first] = await materialsOf(world.db);
    await archiveMaterial(world.ctx('curator'), { materialId: first?.id ?? '', back: false });
    expect(await installMaterials(world.ctx('curator'))).toMatchObject({ value: 0 });
    expect(await materialsOf(world.db)).toHaveLength(builtInMaterials.length - 1);
  }),
);

test('built-in texts cover every form of the model for its mentors', () => {
  const forms = [
    'student-student',
    'teacher-teacher',
    'student-pupil',
    'employer-student',
    'employer-pupil',
    'teacher-student',
  ];
  const own = builtInMaterials.filter((one) => one.forms.length > 0);
  expect(uncoveredForms(forms, own)).toEqual([]);
});

test('a material for every form answers each form; one for a form does not answer another', () => {
  expect(suits(talk, { form: 'teacher-teacher' })).toBe(true);
  expect(suits({ ...talk, forms: ['student-student'] }, { form: 'teacher-teacher' })).toBe(false);
  expect(suits(talk, { reader: 'mentee' })).toBe(false);
});

test(
  'row 6.2 wants something for mentors in each form that has pairs this year',
  story(async (world) => {
    const { given, db } = world;
    const [mentor, mentee] = [await given.student({ last: 'Белов' }), await given.student({ last: 'Чернов' })];
    await given.mentor(mentor);
    await given.mentee(mentee);
    expect(await libraryFacts(db, 2026)).toEqual({ forms: [], uncovered: [], materials: 0 });
    await db
      .insertInto('pairs')
      .values({
        mentor_id: mentor,
        mentee_id: mentee,
        form: 'student-student',
        from_day: world.ctx('curator').today,
        till_day: world.ctx('curator', '2027-06-30').today,
        seat: 1,
        mentor_consent_id: await given.consent(mentor),
        mentee_consent_id: await given.consent(mentee),
      })
      .execute();
    await added(world, { forms: ['teacher-teacher'] });
    await added(world, { readers: ['mentee'] });
    expect(await libraryFacts(db, 2026)).toMatchObject({ uncovered: ['student-student'], materials: 2 });
    await added(world, { forms: ['student-student'] });
    expect(await libraryFacts(db, 2026)).toMatchObject({ forms: ['student-student'], uncovered: [] });
  }),
);

test(
  'a question waits for the curator, is answered, goes on and is closed by either side',
  story(async (world) => {
    const personId = await world.given.student({ last: 'Шишкина' });
    const mentor = () => world.ctx({ roles: ['mentor'], personId });
    const asked = await askQuestion(mentor(), { title: 'Не приходит', words: 'Две недели нет ответа.' });
    const questionId = asked.ok ? asked.value : '';
    expect(await waitingQuestions(world.db)).toBe(1);

    await sayMore(world.ctx('curator'), { questionId, words: 'Позвоню сегодня.' });
    expect(await waitingQuestions(world.db)).toBe(0);
    await sayMore(mentor(), { questionId, words: 'Спасибо, пришёл.' });
    expect((await questionsOf(world.db))[0]).toMatchObject({ asker: 'Шишкина Анна Сергеевна', waits: true });

    await closeQuestion(mentor(), { questionId, back: false });
    expect(await sayMore(world.ctx('curator'), { questionId, words: 'И ещё' })).toMatchObject({ reason: 'closed' });
    expect((await wordsOf(world.db, questionId)).map(({ fromAsker }) => fromAsker)).toEqual([true, false, true]);
    expect(await world.journal()).toEqual([
      'question.asked',
      'question.answered',
      'question.continued',
      'question.closed',
    ]);
  }),
);

test(
  'a conversation is read by its two sides only',
  story(async (world) => {
    const personId = await world.given.student({ last: 'Шишкин' });
    const other = await world.given.student({ last: 'Другов' });
    const asked = await askQuestion(world.ctx({ roles: ['mentee'], personId }), { title: 'Тайна', words: 'Личное' });
    const questionId = asked.ok ? asked.value : '';
    const say = (who: Parameters<World['ctx']>[0]) => sayMore(world.ctx(who), { questionId, words: 'слово' });
    await expect(say({ roles: ['mentor'], personId: other })).rejects.toThrow('questions.not-own');
    await expect(say('director')).rejects.toThrow('questions.not-own');
    await expect(say('psychologist')).rejects.toThrow('questions.not-own');
    await expect(say('methodist')).resolves.toMatchObject({ ok: true });
  }),
);

test.each<[Role, string, boolean, boolean]>([
  ['administrator', 'mentor mentee staff', true, false],
  ['director', 'mentor mentee staff', false, false],
  ['deputy', 'mentor mentee staff', true, false],
  ['working-group', 'mentor mentee staff', false, false],
  ['curator', 'mentor mentee staff', true, false],
  ['methodist', 'mentor mentee staff', true, false],
  ['class-teacher', 'mentor mentee staff', false, true],
  ['psychologist', 'mentor mentee staff', false, false],
  ['social-teacher', 'mentor mentee staff', false, false],
  ['editor', 'mentor mentee staff', false, false],
  ['mentor', 'mentor mentee', false, true],
  ['mentee', 'mentee', false, true],
  ['parent', 'mentee', false, true],
  ['expert', 'mentor mentee staff', false, false],
  ['employer', 'mentor mentee staff', false, true],
])('%s reads what is for: %s; keeps the library: %s; asks: %s', (role, reads, keeps, asks) => {
  const actor = {
    college: '' as never,
    accountId: '',
    personId: 'somebody',
    name: '',
    roles: [role],
    groupIds: [],
  };
  expect(readable(actor).join(' ')).toBe(reads);
  expect(libraryKeepers.includes(role)).toBe(keeps);
  expect(mayAsk(actor) === true).toBe(asks);
  expect(mayReadMaterial(actor, { readers: ['staff'] }) === true).toBe(reads.includes('staff'));
});
