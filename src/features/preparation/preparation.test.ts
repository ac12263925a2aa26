import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { installNorms } from '../college/rows.ts';
import { documentById } from '../documents/rows.ts';
import { mayKeepPreparation, mayReadPreparation } from './access.ts';
import { decisionOf } from './choice-rows.ts';
import { type ChoosingForms, chooseForms, minuteForms } from './choose-forms.ts';
import { preparationFacts } from './fact-rows.ts';
import { orderGroup } from './order-group.ts';
import { curatorsOf, meansOf, membersOf } from './rows.ts';
import { addMean, removeMean, takeLastMeans } from './save-mean.ts';
import { addMember, dismissCurator, nameCurator, removeMember } from './save-member.ts';

const papers = paperStories();

const group = async ({ ctx, given }: Pick<World, 'ctx' | 'given'>) => {
  const chairId = await given.teacher({ last: 'Шабалина', first: 'Нина', post: 'заместитель директора' });
  const secretaryId = await given.teacher({ last: 'Ложкина', first: 'Елена', post: 'педагог-организатор' });
  await addMember(ctx('curator'), { personId: chairId, part: 'chair', duty: '' });
  await addMember(ctx('curator'), { personId: secretaryId, part: 'secretary', duty: 'протоколы' });
  return { chairId, secretaryId };
};

const choice: ChoosingForms = {
  version: 0,
  choices: [
    { form: 'student-student', chosen: true, mentees: 10, mentors: 5, expected: 'Первый курс сдаёт сессию' },
    { form: 'employer-student', chosen: false, mentees: 0, mentors: 0, expected: '' },
  ],
};

test(
  'a person is in the group once, there is one chair; students are not members',
  story(async ({ db, ctx, given }) => {
    const { chairId } = await group({ ctx, given });
    const other = await given.teacher({ last: 'Зыкова' });
    const student = await given.student({ last: 'Иванова' });
    const curator = ctx('curator');

    const refusals = [
      await addMember(curator, { personId: chairId, part: 'member', duty: '' }),
      await addMember(curator, { personId: other, part: 'chair', duty: '' }),
      await addMember(curator, { personId: other, part: 'secretary', duty: '' }),
      await addMember(curator, { personId: student, part: 'member', duty: '' }),
    ];

    expect(refusals.map((one) => (one.ok ? '' : one.reason))).toEqual([
      'already-there',
      'chair-taken',
      'secretary-taken',
      'no-such-person',
    ]);
    expect((await membersOf(db, 2026)).map(({ lastName, part }) => [lastName, part])).toEqual([
      ['Шабалина', 'chair'],
      ['Ложкина', 'secretary'],
    ]);
  }),
);

test(
  'a form has curators, a curator has forms; a form or a person that is not there is refused',
  story(async ({ db, ctx, given, journal }) => {
    await installNorms(db);
    const personId = await given.teacher({ last: 'Ложкина' });
    const curator = ctx('curator');
    await nameCurator(curator, { form: 'student-student', personId });

    expect(await nameCurator(curator, { form: 'student-student', personId })).toMatchObject({
      reason: 'already-curator',
    });
    expect(await nameCurator(curator, { form: 'nothing', personId })).toMatchObject({ reason: 'no-such-form' });
    const student = await given.student({ last: 'Иванова' });
    expect(await nameCurator(curator, { form: 'student-student', personId: student })).toMatchObject({
      reason: 'no-such-person',
    });
    await dismissCurator(curator, { form: 'student-student', personId });
    expect(await curatorsOf(db, 2026)).toEqual([]);
    expect(await journal()).toEqual(['form-curator.named', 'form-curator.dismissed']);
  }),
);

test(
  'the order names curators in the accusative and lists the group; without people or curators it is refused',
  story(async (world) => {
    const { db, ctx, given, journal } = world;
    await installNorms(db);
    const curator = papers.at(ctx('curator'));
    expect(await orderGroup(curator)).toEqual({ ok: false, reason: 'nobody-in-group' });
    const { secretaryId } = await group({ ctx, given });
    expect(await orderGroup(curator)).toEqual({ ok: false, reason: 'no-curators' });
    await nameCurator(curator, { form: 'student-student', personId: secretaryId });

    const made = await orderGroup(curator);

    if (!made.ok) throw new Error(made.reason);
    const words = await papers.textOf(world, made.value);
    expect(words).toContain('Назначить Ложкину Елену Петровну');
    expect(words).toContain('куратором по форме «студент — студент».');
    expect(words).toContain('председатель');
    expect(words).toContain('Шабалина Нина Петровна');
    expect((await journal()).at(-1)).toBe('working-group.ordered');
  }),
);

test(
  'audiences and resources are lists of a year; last year’s are taken over once',
  story(async ({ db, ctx }) => {
    const curator = ctx('curator');
    await db.updateTable('colleges').set({ current_year: 2025 }).execute();
    const room = { side: 'inner', kind: 'room', name: 'Кабинет 214', note: '' } as const;
    await addMean(curator, room);
    expect(await addMean(curator, room)).toEqual({ ok: false, reason: 'named-twice' });
    await addMean(curator, { side: 'outer', kind: 'audience', name: 'Выпускники', note: '' });
    await db.updateTable('colleges').set({ current_year: 2026 }).execute();

    expect(await takeLastMeans(curator)).toEqual({ ok: true, value: 2 });
    expect(await takeLastMeans(curator)).toEqual({ ok: true, value: 0 });
    const [first] = await meansOf(db, 2026);
    await removeMean(curator, first?.id ?? '');
    expect([(await meansOf(db, 2025)).length, (await meansOf(db, 2026)).length]).toEqual([2, 1]);
  }),
);

test(
  'a decision needs a chosen form with targets and an expectation, and is written against the version that was seen',
  story(async ({ db, ctx, journal }) => {
    await installNorms(db);
    const curator = ctx('curator');
    const [chosen] = choice.choices;
    if (!chosen) throw new Error('no choice');
    const reasonOf = async (input: ChoosingForms) => {
      const outcome = await chooseForms(curator, input);
      return outcome.ok ? '' : outcome.reason;
    };

    expect(await reasonOf({ ...choice, choices: [{ ...chosen, chosen: false }] })).toBe('nothing-chosen');
    expect(await reasonOf({ ...choice, choices: [{ ...chosen, mentors: 0 }] })).toBe('targets-missing');
    expect(await reasonOf({ ...choice, choices: [{ ...chosen, expected: '' }] })).toBe('nothing-expected');
    expect(await reasonOf({ ...choice, choices: [{ ...chosen, form: 'nothing' }] })).toBe('no-such-form');
    expect(await decisionOf(db, 2026)).toBeUndefined();

    expect(await reasonOf(choice)).toBe('');
    expect(await reasonOf(choice)).toBe('changed-meanwhile');
    expect(await reasonOf({ ...choice, version: 1 })).toBe('');
    expect((await decisionOf(db, 2026))?.choices).toHaveLength(2);
    expect(await journal()).toEqual(['forms.chosen', 'forms.chosen']);
  }),
);

test(
  'minutes are made out of the decision, and the roadmap reads it',
  story(async (world) => {
    const { db, ctx, given } = world;
    await installNorms(db);
    const curator = papers.at(ctx('curator'));
    expect(await minuteForms(curator)).toEqual({ ok: false, reason: 'nothing-decided' });
    await group({ ctx, given });
    await chooseForms(curator, choice);

    const made = await minuteForms(curator);

    if (!made.ok) throw new Error(made.reason);
    expect(await papers.textOf(world, made.value)).toContain(
      'Применять форму «студент — студент»: 10 наставляемых, 5 наставников. Ожидаемый результат: Первый курс сдаёт сессию.',
    );
    expect((await documentById(db, made.value))?.title).toBe('О формах наставничества в 2026/27 учебном году');
    expect((await decisionOf(db, 2026))?.minutesId).toBe(made.value);
    expect(await preparationFacts(db, 2026)).toEqual({
      members: 2,
      hasChair: true,
      curators: 0,
      forms: ['студент — студент'],
      formsAlone: ['студент — студент'],
      audiences: { inner: 0, outer: 0 },
      resources: 0,
      decidedOn: '2026-10-12',
    });
  }),
);

test(
  'nothing of another college is seen or removed',
  story(async ({ db, ctx, given, elsewhere }) => {
    await group({ ctx, given });
    const [member] = await membersOf(db, 2026);

    expect(await elsewhere((there) => membersOf(there, 2026))).toEqual([]);
    await removeMember(ctx('curator'), member?.id ?? '');
    await expect(removeMember(ctx('curator'), member?.id ?? '')).rejects.toThrow('not-found');
  }),
);

const keepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator'];
const readers: readonly Role[] = [...keepers, 'working-group', 'methodist', 'psychologist', 'social-teacher'];

test(
  'who prepares and who reads',
  story(async ({ ctx, given }) => {
    for (const role of roles) {
      const { actor } = ctx(role);
      expect([role, mayKeepPreparation(actor) === true, mayReadPreparation(actor) === true]).toEqual([
        role,
        keepers.includes(role),
        readers.includes(role),
      ]);
    }
    const personId = await given.teacher({ last: 'Ложкина' });
    await expect(addMember(ctx('methodist'), { personId, part: 'member', duty: '' })).rejects.toThrow(
      'preparation.not-a-keeper',
    );
  }),
);
