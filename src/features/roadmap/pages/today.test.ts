import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { day } from '../../../kernel/day.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

test('without a roadmap the one who may make it is led to the first steps', async () => {
  const page = await anna.get('/');

  expect(page.html).toContain('Понедельник, 12');
  expect(page.html).toContain('href="/start"');
  const psychologist = await house.signIn('psychologist');
  expect((await psychologist.get('/')).html.includes('href="/start"')).toBe(false);
});

test('a curator sees what is late and what is due, with the missing fact and its action', async () => {
  await anna.post('/roadmap/template', { year: '2026' });

  const page = await anna.get('/');

  expect(page.html).toContain('Просрочено');
  expect(page.html).toContain('Приказа об утверждении дорожной карты в реестре нет');
  expect(page.html).toContain('До конца октября');
  expect(page.html).toContain('закрыто 0 из 9');
});

test('others see only rows that they answer for', async () => {
  const teacher = await house.signIn('class-teacher');

  const page = await teacher.get('/');

  expect(page.html).toContain('Узнать первые запросы студентов и педагогов');
  expect(page.html.includes('Утвердить дорожную карту')).toBe(false);
});

test('a class teacher is told what the own groups owe, and nothing of other groups', async () => {
  const teacherId = await house.inside(async (db, given) => {
    const id = await given.teacher({ last: 'Гусева' });
    const mentee = await given.student({ last: 'Ким', group: 'ЭМ-11' });
    await given.mentee(mentee);
    await given.mentee(await given.student({ last: 'Рин', group: 'ЭМ-12' }));
    const own = await given.group('ЭМ-11');
    await db.updateTable('study_groups').set({ class_teacher_id: id }).where('id', '=', own).execute();
    return id;
  });
  const teacher = await house.signIn('class-teacher', { personId: teacherId });

  const page = await teacher.get('/');

  expect(page.html).toContain('Рассказать о запросах группы ЭМ-11');
  expect(page.html).toContain('не хватает 1 из 1');
  expect(page.html.includes('запросах группы ЭМ-12')).toBe(false);
  expect(page.html.includes('согласия в группе ЭМ-12')).toBe(false);
});

test('a mentee sees the own mentor, until when, and no other pair', async () => {
  const menteeId = await house.inside(async (db, given) => {
    const born = '2005-01-01';
    const [mentor, mentee, other, stranger] = [
      await given.student({ last: 'Лисина', first: 'Анна', born }),
      await given.student({ last: 'Юнин', first: 'Илья', born }),
      await given.student({ last: 'Чужова', born }),
      await given.student({ last: 'Иной', born }),
    ];
    for (const [one, another] of [
      [mentor, mentee],
      [other, stranger],
    ] as const) {
      await given.mentor(one);
      await given.mentee(another);
      await db
        .insertInto('pairs')
        .values({
          mentor_id: one,
          mentee_id: another,
          form: 'student-student',
          from_day: day('2026-10-10'),
          till_day: day('2027-06-30'),
          seat: 1,
          mentor_consent_id: await given.consent(one),
          mentee_consent_id: await given.consent(another),
        })
        .execute();
    }
    return mentee;
  });
  const ilya = await house.signIn('mentee', { personId: menteeId });

  const page = await ilya.get('/');

  expect(page.html).toContain('Здравствуйте, Илья');
  expect(page.html).toContain('Лисина Анна');
  expect(page.html).toContain('пара до 30\u00a0июня');
  expect(page.html.includes('Чужова')).toBe(false);
  expect(page.html).toContain('Ложкина curator');
});

test('a mentor without a pair is told what will be here; without a card, whom to tell of it', async () => {
  const personId = await house.inside((_, given) => given.student({ last: 'Одинцов' }));
  const mentor = await house.signIn('mentor', { personId });

  expect((await mentor.get('/')).html).toContain('Здесь будет ваша пара');
  expect((await (await house.signIn('mentor')).get('/')).html).toContain('не привязана карточка');
});
