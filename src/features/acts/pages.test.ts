import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';
import { pngBytes } from '../../../test/paper-story.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

const order = { level: 'local', title: 'Приказ о программе', number: '118-од', day: '01.09.2025' };

test('the empty register offers the built-in list; afterwards acts to be checked stand behind a filter', async () => {
  expect((await anna.get('/acts')).html).toContain('Взять встроенный список');
  expect((await anna.post('/acts/install')).location).toBe('/acts');

  const unchecked = (await anna.get('/acts?mark=check')).html;
  expect(unchecked).toContain('проверьте');
  expect(unchecked).toContain('№\u00a01493');
  expect(unchecked).not.toContain('1264-р');
});

test('a form that lacks a title comes back with what was typed', async () => {
  const page = await anna.post('/acts/new', { ...order, title: '' });

  expect(page.status).toBe(422);
  expect(page.html).toContain('Впишите название');
  expect(page.html).toContain('118-од');
});

test('an act that was replaced is told on the page of whoever names it, and on the page of templates', async () => {
  const model = /href="(\/acts\/[\w-]{36})"[^>]*>Методология/.exec((await anna.get('/acts?q=Р-145')).html)?.[1] ?? '';
  const next = (await anna.post('/acts/new', { ...order, title: 'Новая методология', number: '7-н' })).location ?? '';
  const regulation = await anna.post('/acts/new', { ...order, cites: model.split('/').pop() ?? '' });

  const answer = await anna.post(`${model}/edit`, {
    ...{ level: 'federal', title: 'Методология', number: 'Р-145', day: '25.12.2019', version: '1' },
    supersededBy: next.split('/').pop() ?? '',
  });

  expect(answer.location).toBe(model);
  expect((await anna.get(regulation.location ?? '')).html).toContain('Новая методология');
  expect((await anna.get('/acts')).html).toContain('Ссылки устарели');
  const templates = (await anna.get('/documents/templates')).html;
  expect(templates).toContain('В шаблонах названы акты, которых уже нет');
  expect(templates).toContain('Впишите вместо него');
});

test('the text of an act is kept beside it, and only where it is a document or a picture', async () => {
  const act = (await anna.post('/acts/new', { ...order, number: '9' })).location ?? '';

  expect((await anna.post(`${act}/file`, { file: new File(['просто текст'], 'a.txt') })).status).toBe(422);
  expect((await anna.post(`${act}/file`, { file: new File([new Uint8Array(pngBytes)], 'акт.png') })).status).toBe(303);
  expect((await anna.get(`${act}/file`)).response.headers.get('content-type')).toBe('image/png');
});

test('a class teacher reads acts and changes none', async () => {
  const teacher = await house.signIn('class-teacher');

  expect((await teacher.get('/acts')).html).not.toContain('Внести акт');
  expect((await teacher.get('/acts/new')).status).toBe(403);
});
