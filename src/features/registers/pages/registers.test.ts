import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { installNorms } from '../../college/rows.ts';

let house: TestHouse;
let vera: Visitor;
beforeAll(async () => {
  house = await openHouse();
  vera = await house.signIn('curator');
  await house.inside((db) => installNorms(db));
});
afterAll(() => house.close());

const student = (last: string, group = 'ЭМ-11') => house.inside((_, given) => given.student({ last, group }));
const groupId = (code: string) => house.inside((_, given) => given.group(code));

const classTeacherOf = async (code: string): Promise<Visitor> => {
  const personId = await house.inside(async (db, given) => {
    const teacher = await given.teacher({ last: 'Кузнецова' });
    await db.updateTable('study_groups').set({ class_teacher_id: teacher }).where('code', '=', code).execute();
    return teacher;
  });
  return house.signIn('class-teacher', { personId });
};

test('an empty base says what to do; people are added by group and by tick, and the numbers lead to them', async () => {
  const empty = await vera.get('/mentees');
  expect(empty.html).toContain('База наставляемых пока пуста');
  const [anna, boris] = [await student('Аннина'), await student('Борисов')];

  const choice = await vera.get(`/mentees/add?group=${await groupId('ЭМ-11')}`);
  expect(choice.html.match(/name="ids"[^>]*checked/g)?.length).toBe(2);
  const added = await vera.post('/mentees/add', { ids: [anna, boris] });

  expect(added.location).toBe('/mentees');
  const list = await vera.get('/mentees');
  expect(list.html).toContain('Аннина');
  expect(list.html).toContain('href="/mentees?topic=none"');
  expect(list.html).toContain('нет запроса');
  expect((await vera.get('/mentees?topic=none')).html).toContain('Борисов');
  expect((await vera.get('/mentees?topic=study')).html).toContain('Никого не нашлось');
});

test('a class teacher hands in the sheet of the own group and sees the heat of it, not of others', async () => {
  const gusev = await student('Гусев', 'ТМ-21');
  await student('Чужаков', 'ПК-12');
  const own = await groupId('ТМ-21');
  const teacher = await classTeacherOf('ТМ-21');

  expect((await teacher.get(`/needs/groups/${await groupId('ПК-12')}`)).status).toBe(403);
  expect((await teacher.get(`/needs/groups/${own}`)).html).toContain('Гусев');
  const sent = await teacher.post(`/needs/groups/${own}`, { [`topic-${gusev}`]: 'study' });

  expect(sent.location).toBe('/needs');
  const heat = await teacher.get('/needs');
  expect(heat.html).toContain(`href="/mentees?group=${own}&amp;topic=study"`);
  expect(heat.html).toContain('12.10.2026');
  expect(heat.html).not.toContain('ПК-12');
  expect((await vera.get('/needs')).html).toContain('ПК-12');
});

test('a secret need is seen as a secret by a psychologist, as nothing special by a class teacher', async () => {
  const zoya = await student('Зоина', 'ЭС-31');
  const teacher = await classTeacherOf('ЭС-31');
  await teacher.post(`/needs/groups/${await groupId('ЭС-31')}`, { [`topic-${zoya}`]: 'contest' });
  const psychologist = await house.signIn('psychologist');
  const stated = await psychologist.post(`/mentees/${zoya}/needs`, {
    topic: 'confidence',
    source: 'psychologist',
    note: 'Тревога перед экзаменом',
    confidential: 'yes',
  });
  expect(stated.location).toBe(`/mentees/${zoya}#needs`);

  const seen = await psychologist.get(`/mentees/${zoya}`);
  expect(seen.html).toContain('Стать увереннее');
  const [, secret = ''] = /href="(\/needs\/[\w-]+\/secret)"/.exec(seen.html) ?? [];
  for (const path of [`/mentees/${zoya}`, '/mentees', '/needs', `/needs/groups/${await groupId('ЭС-31')}`]) {
    const html = (await teacher.get(path)).html.replace(
      /<option[^>]*>[^<]*<\/option>|<a class="menu-item"[\s\S]*?<\/a>/g,
      '',
    );
    expect(html, path).not.toContain('Стать увереннее');
    expect(html, path).not.toContain('Тревога');
    expect(html, path).not.toContain('закрыт');
  }
  expect((await teacher.get(secret)).status).toBe(403);
  expect((await psychologist.get(secret)).html).toContain('Тревога перед экзаменом');
  const read = await house.inside((db) =>
    db.selectFrom('journal').select('account_id').where('action', '=', 'need-secret.read').execute(),
  );
  expect(read).toEqual([{ account_id: psychologist.accountId }]);
});

test('a class teacher cannot smuggle a confidential need in', async () => {
  const id = await student('Иванова', 'СВ-12');
  const teacher = await classTeacherOf('СВ-12');
  await vera.post('/mentees/add', { ids: [id] });
  const form = { topic: 'study', source: 'class-teacher', note: '', confidential: 'yes' };

  expect((await teacher.post(`/mentees/${id}/needs`, form)).status).toBe(403);
});

test('the second editor of a mentor sees what the first wrote, keeps the own words and may save again', async () => {
  const olga = await house.inside((_, given) => given.teacher({ last: 'Ольгина' }));
  await vera.post('/mentors/add', { ids: [olga] });
  const profile = {
    version: '1',
    competences: ['study'],
    forms: ['teacher-student'],
    capacity: '2',
    status: 'candidate',
    freeTimes: ['wed-evening'],
    motivation: '',
    achievements: '',
    interests: 'шахматы',
  };
  expect((await vera.post(`/mentors/${olga}`, profile)).status).toBe(303);

  const second = await vera.post(`/mentors/${olga}`, { ...profile, interests: 'робототехника', capacity: '3' });

  expect(second.status).toBe(422);
  expect(second.html).toContain('изменил другой сотрудник');
  expect(second.html).toContain('шахматы');
  expect(second.html).toContain('>робототехника</textarea>');
  expect(second.html).toContain('name="version" value="2"');
  const saved = await vera.post(`/mentors/${olga}`, { ...profile, version: '2', interests: 'робототехника' });
  expect(saved.status).toBe(303);
  const list = await vera.get('/mentors?topic=study');
  expect(list.html).toContain('Ольгина');
});

test('a profile with wrong numbers or foreign topics comes back with reasons', async () => {
  const pavel = await house.inside((_, given) => given.teacher({ last: 'Павлов' }));
  await vera.post('/mentors/add', { ids: [pavel] });

  const page = await vera.post(`/mentors/${pavel}`, {
    version: '1',
    capacity: '40',
    status: 'boss',
    competences: ['flying'],
    motivation: 'Хочу помогать',
  });

  expect(page.status).toBe(422);
  expect(page.html).toContain('Впишите число от 1 до 12');
  expect(page.html).toContain('Выберите состояние');
  expect(page.html).toContain('Отметьте темы из списка');
  expect(page.html).toContain('Хочу помогать');
});

test('somebody is let out of the base with a reason, by those who keep it only', async () => {
  const roman = await student('Романов', 'МР-31');
  await vera.post('/mentees/add', { ids: [roman] });
  const methodist = await house.signIn('methodist');
  expect((await methodist.post(`/mentees/${roman}/leave`, { reason: 'переезд' })).status).toBe(403);

  expect((await vera.post(`/mentees/${roman}/leave`, { reason: '' })).status).toBe(422);
  expect((await vera.post(`/mentees/${roman}/leave`, { reason: 'переезд' })).location).toBe('/mentees');
  expect((await vera.get('/mentees?q=романов')).html).toContain('Никого не нашлось');
  expect((await vera.get(`/mentees/${roman}`)).html).toContain('Не участвует с 12.10.2026');
});
