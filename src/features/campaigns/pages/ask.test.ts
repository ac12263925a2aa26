import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { day } from '../../../kernel/day.ts';
import { holdToday } from '../../../platform/clock.ts';
import { installNorms } from '../../college/rows.ts';

let house: TestHouse;
let vera: Visitor;
let campaign = '';
let groupId = '';
const phone = () => house.stranger();

beforeAll(async () => {
  house = await openHouse();
  vera = await house.signIn('curator');
  await house.inside(async (db, given) => {
    await installNorms(db);
    groupId = await given.group('ЭМ-11');
    await given.student({ last: 'Аннина', group: 'ЭМ-11', born: '2009-03-14' });
    await given.student({ last: 'Борисова', group: 'ЭМ-11', born: '2009-05-20' });
  });
  const form = {
    title: 'Кому нужен наставник',
    tillDay: '01.11.2026',
    audiences: ['student', 'parent', 'class-teacher', 'psychologist'],
  };
  const opened = await vera.post('/campaigns/new', form);
  campaign = opened.location ?? '';
});
afterAll(() => house.close());

/** Paths of the links on a sheet that a curator prints. */
const printed = async (audience: string, kind: string): Promise<string[]> => {
  const sheet = await vera.post(`${campaign}/groups/${groupId}/sheet`, { audience, kind });
  expect(sheet.status).toBe(200);
  return [...sheet.html.matchAll(/http:\/\/nastavnik\.test(\/ask\/[\w-]+)</g)].map(([, path = '']) => path);
};

const needs = () =>
  house.inside((db) => db.selectFrom('needs').select(['topic', 'note', 'source', 'confidential']).execute());

test('a personal card asks without an account, keeps a draft, and one answer sent from two tabs is one need', async () => {
  const [path = ''] = await printed('student', 'personal');
  const first = await phone().get(path);
  expect(first.html).toContain('Анна А.');
  expect(first.html).not.toContain('Аннина');
  expect(first.html).toContain('Это не согласие');

  const words = { need: 'yes', topics: ['study'], note: 'Трудно с физикой', draftVersion: '0' };
  expect((await phone().post(`${path}/draft`, words)).location).toBe(path);
  expect((await phone().get(path)).html).toContain('Трудно с физикой');
  const otherTab = await phone().post(`${path}/draft`, { ...words, note: 'Другие слова' });
  expect(otherTab.status).toBe(422);
  expect(otherTab.html).toContain('Другие слова');

  const forgotten = await phone().post(path, { need: 'yes', note: 'Набрано' });
  expect(forgotten.status).toBe(422);
  expect(forgotten.html).toContain('Набрано');
  await Promise.all([phone().post(path, words), phone().post(path, words)]);

  expect(await needs()).toEqual([{ topic: 'study', note: 'Трудно с физикой', source: 'self', confidential: false }]);
  expect((await phone().get(path)).html).toContain('Ответ записан 12.10.2026');
  expect((await phone().get(path)).html).not.toContain('Трудно с физикой');
});

test('words for the psychologist are not put aside on the server', async () => {
  const paths = await printed('student', 'personal');
  const path = paths.at(-1) ?? '';

  await phone().post(`${path}/draft`, { need: 'yes', note: 'Совсем тайное', confidential: 'yes', draftVersion: '0' });

  const kept = await house.inside((db) => db.selectFrom('campaign_links').select('draft').execute());
  expect(JSON.stringify(kept)).not.toContain('тайное');
});

test('a common link names nobody of the group, and says the same whether a person was recognised or not', async () => {
  const [path = ''] = await printed('parent', 'common');
  const page = await phone().get(path);
  expect(page.html).not.toMatch(/Аннина|Борисова/);
  const child = { lastName: 'Борисова', firstName: 'Анна', birthDay: '20.05.2009', tellerName: 'Борисова Ольга' };
  const answer = { need: 'yes', topics: ['confidence'], ...child };

  const right = await phone().post(path, answer);
  const wrong = await phone().post(path, { ...answer, birthDay: '21.05.2009' });

  expect([right.location, wrong.location]).toEqual([`${path}?said=1`, `${path}?said=1`]);
  const list = await vera.get(`${campaign}/unmatched`);
  expect(list.html).toContain('21.05.2009');
  expect((await vera.get(campaign)).html).toContain('Не узнали, о ком: 1');
});

test('a class teacher without an account tells of students by name and hands the sheet in', async () => {
  const [path = ''] = await printed('class-teacher', 'common');
  await phone().post(path, { lastName: 'Борисова', firstName: 'Анна', topics: ['contest'] });

  const handed = await phone().post(`${path}/done`);

  expect(handed.location).toBe(`${path}?said=1`);
  expect((await vera.get(campaign)).html).toContain('лист сдан');
});

test('a revoked, an invented and an expired link say in words what to do', async () => {
  const [path = ''] = await printed('parent', 'common');
  await vera.post(`${campaign}/groups/${groupId}/revoke`, { audience: 'parent' });

  expect((await phone().get(path)).html).toContain('Ссылка больше не действует');
  expect((await phone().get('/ask/invented')).html).toContain('Такой ссылки нет');
  const [live = ''] = await printed('parent', 'common');
  holdToday(day('2026-11-02'));
  const late = await phone().post(live, { need: 'no', lastName: 'Борисова' });
  holdToday(day('2026-10-12'));
  expect(late.status).toBe(422);
  expect(late.html).toContain('Сбор запросов закончен');
});

test('a person who has left is told that nothing is asked any more', async () => {
  const paths = await printed('student', 'personal');
  await house.inside((db) =>
    db
      .updateTable('persons')
      .set({ left_on: day('2026-10-10') })
      .where('last_name', '=', 'Борисова')
      .execute(),
  );

  const pages = await Promise.all(paths.map((path) => phone().get(path)));
  await house.inside((db) => db.updateTable('persons').set({ left_on: null }).execute());

  expect(pages.some(({ html }) => html.includes('уже не в колледже'))).toBe(true);
});

test('a student answers by the account, a psychologist tells of others and is told when nobody was found', async () => {
  const personId = await house.inside((_, given) => given.student({ last: 'Входова', group: 'ЭМ-11' }));
  const student = await house.signIn('mentee', { personId });
  const psychologist = await house.signIn('psychologist');

  expect((await student.post('/my-need', { need: 'no' })).location).toBe('/my-need');
  const told = { groupId, lastName: 'Неизвестнов', firstName: 'Иван', topics: ['confidence'], confidential: 'yes' };
  expect((await psychologist.post('/campaigns/tell', told)).location).toBe('/campaigns/tell');

  expect((await student.get('/my-need')).html).toContain('Ответ записан');
  expect((await vera.get(`${campaign}/unmatched`)).html).toContain('Неизвестнов');
});

test('when the campaign is ended its links stop, and the register still tells who answered', async () => {
  const [path = ''] = await printed('student', 'common');
  await vera.post(`${campaign}/close`);

  expect((await phone().get(path)).html).toContain('Сбор запросов закончен');
  expect((await vera.get(`${campaign}/groups/${groupId}`)).html).toContain('ответ есть');
  expect((await vera.get('/campaigns')).html).toContain('закончен');
});
