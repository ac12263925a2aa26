import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

const expertForm = { name: 'Мезенцева Алла Борисовна', areas: ['methods', 'study'], post: 'методист' };

test('an expert is entered, found by area, and lacking words come back with what was typed', async () => {
  const wrong = await anna.post('/experts/new', { ...expertForm, name: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Выберите человека из списка или впишите');
  expect(wrong.html).toContain('value="методист"');

  const card = (await anna.post('/experts/new', expertForm)).location ?? '';
  expect((await anna.get(card)).html).toContain('Мезенцева Алла Борисовна');
  expect((await anna.get('/experts?area=methods')).html).toContain('Мезенцева');
  expect((await anna.get('/experts?area=job')).html).not.toContain('Мезенцева');
});

test('contracts and invitations stand on the card; an answer is one press', async () => {
  const card = (await anna.post('/experts/new', { ...expertForm, name: 'Юдин Пётр Ильич' })).location ?? '';
  const contract = { number: '12', day: '15.09.2026', till: '01.09.2026', subject: '' };
  expect((await anna.post(`${card}/contracts`, contract)).html).toContain('кончается раньше его даты');
  await anna.post(`${card}/contracts`, { ...contract, till: '31.12.2026' });
  await anna.post(`${card}/invitations`, { day: '20.10.2026', purpose: 'Семинар для наставников' });

  const page = (await anna.get(card)).html;
  expect(page).toContain('№\u00a012');
  expect(page).toContain('ждём ответа');
  const answer = /action="(\/experts\/invitations\/[\w-]+)"/.exec(page)?.[1] ?? '';
  expect((await anna.post(answer, { outcome: 'agreed' })).status).toBe(303);
  expect((await anna.get(card)).html).toContain('согласие получено');
});

test('an agreement with an employer is written and shows whom it gives', async () => {
  const organisation = await anna.post('/organisations', { name: 'АО «Завод»', inn: '', contacts: '' });
  expect(organisation.status).toBe(303);
  const form = (await anna.get('/partners/new')).html;
  const organisationId = /<option value="([\w-]{36})"/.exec(form)?.[1] ?? '';

  const agreement = await anna.post('/partners/new', { organisationId, number: '7', day: '01.09.2026', till: '' });
  expect(agreement.status).toBe(303);
  expect((await anna.get((agreement.location ?? '').split('#')[0] ?? '')).html).toContain('АО «Завод»');
  expect((await anna.get('/partners')).html).toContain('№\u00a07');
});

test('a class teacher does not enter the bank, a psychologist reads it', async () => {
  const teacher = await house.signIn('class-teacher');
  const psychologist = await house.signIn('psychologist');

  expect((await teacher.get('/experts')).status).toBe(403);
  expect((await psychologist.get('/experts')).status).toBe(200);
  expect((await psychologist.get('/experts/new')).status).toBe(403);
});
