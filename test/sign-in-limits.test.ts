import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../src/app/first-sign-in.ts';
import { openAccount } from '../src/features/accounts/open-account.ts';
import { day } from '../src/kernel/day.ts';
import { openHouse, type TestHouse } from './house-under-test.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await house.inside(async (db) => {
    const ctx = { db, actor: systemActor(house.college), today: day('2026-10-12') };
    for (const login of ['anna', 'boris'])
      await openAccount(ctx, { name: login, login, email: '', roles: ['mentor'], password: 'right-password' });
  });
});
afterAll(() => house.close());

const enter = (login: string, password: string) => house.stranger().post('/sign-in', { login, password });

test('whoever guesses a password is stopped for a minute, and the neighbour behind the same router comes in', async () => {
  for (let guess = 1; guess <= 5; guess++) expect((await enter('anna', `guess number ${guess}`)).status).toBe(422);

  const stopped = await enter('anna', 'right-password');
  expect(stopped.status).not.toBe(303);
  expect(stopped.html).toContain('Слишком много попыток');

  expect((await enter('boris', 'right-password')).status).toBe(303);
});
