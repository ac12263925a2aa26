import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../../test/house-under-test.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a stranger is sent to the sign-in page and brought back later', async () => {
  const page = await house.stranger().get('/accounts');

  expect(page.status).toBe(303);
  expect(page.location).toBe('/sign-in?back=%2Faccounts');
});

test('the sign-in page does not send anybody to another site afterwards', async () => {
  const page = await house.stranger().get('/sign-in?back=//evil.example');

  expect(page.status).toBe(200);
  expect(page.html).toContain('<h1>Вход</h1>');
  expect(page.html).not.toContain('evil');
});

test('a curator opens an account, gives a sheet, and the person comes in by it once and sets a password', async () => {
  const vera = await house.signIn('curator');

  const opened = await vera.post('/accounts/new', {
    name: 'Рублёв Илья Константинович',
    login: '',
    email: '',
    roles: ['mentor'],
  });
  expect(opened.status).toBe(303);
  const sheet = await vera.post(`${opened.location}/link`);
  const [, token] = /\/enter\/([\w-]+)</.exec(sheet.html) ?? [];
  expect(sheet.html).toContain('rublev-ik');

  const ilya = house.stranger();
  expect((await ilya.get(`/enter/${token}`)).html).toContain('Рублёв Илья Константинович');
  const entered = await ilya.post(`/enter/${token}`);
  expect(entered.status).toBe(303);
  expect(entered.response.headers.getSetCookie().join()).toContain('session_token');
  const again = await ilya.post(`/enter/${token}`);
  expect(again.status).toBe(422);
  expect(again.html).toContain('действует один раз');
});

test('a wrong password is answered in words and keeps the login', async () => {
  const page = await house.stranger().post('/sign-in', { login: 'admin', password: 'nonsense', back: '/' });

  expect(page.status).toBe(422);
  expect(page.html).toContain('Логин и пароль не подошли');
  expect(page.html).toContain('value="admin"');
});

test('a curator cannot make anybody an administrator', async () => {
  const vera = await house.signIn('curator');

  const page = await vera.post('/accounts/new', {
    name: 'Хитров Пётр',
    login: '',
    email: '',
    roles: ['administrator'],
  });

  expect(page.status).toBe(403);
});

test('a mentor does not see accounts', async () => {
  const ilya = await house.signIn('mentor');

  expect((await ilya.get('/accounts')).status).toBe(403);
});
