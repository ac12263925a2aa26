import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { environmentTable, readEnvironment } from './environment.ts';

test('with nothing given the system listens to this machine only and keeps its data beside itself', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: undefined,
    baseUrl: 'http://localhost:3000',
    logLevel: 'info',
  });
});

test('an empty value counts as not given', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: ' ' })).toEqual(readEnvironment({}));
});

test('every wrong setting is named at once, with what to do', () => {
  const wrong = {
    PORT: 'три тысячи',
    DATABASE_URL: 'mysql://host/base',
    BASE_URL: 'https://college.ru/nastavnik',
    SMTP_URL: 'mail.college.ru',
    MAX_TOKEN: 'ключ с пробелами',
    VK_URL: 'api.vk.com',
    LOG_LEVEL: 'loud',
    TODAY: '2026-02-31',
  };

  const refusal = (() => {
    try {
      readEnvironment(wrong);
      return '';
    } catch (error) {
      return String(error);
    }
  })();

  for (const name of Object.keys(wrong)) expect(refusal).toContain(`• ${name} —`);
  expect(refusal).not.toContain('mysql://');
});

test.each([['65536'], ['-1'], ['80.5'], ['0x50']])('port %s is refused', (PORT) => {
  expect(() => readEnvironment({ PORT })).toThrow('PORT');
});

test('port 0 asks the system for any free one', () => {
  expect(readEnvironment({ PORT: '0' }).port).toBe(0);
});

test('mail needs a sender', () => {
  expect(() => readEnvironment({ SMTP_URL: 'smtp://mail.college.ru' })).toThrow('MAIL_FROM');
  expect(
    readEnvironment({ SMTP_URL: 'smtp://mail.college.ru', MAIL_FROM: 'Наставник <a@college.ru>' }).mailFrom,
  ).toContain('a@college.ru');
});

test('in production nobody holds the day still', () => {
  expect(() => readEnvironment({ TODAY: '2026-10-12', NODE_ENV: 'production' })).toThrow('TODAY');
  expect(readEnvironment({ TODAY: '2026-10-12', NODE_ENV: 'development' }).today).toBe('2026-10-12');
});

test('the address of the site is an origin without a slash at the end', () => {
  expect(readEnvironment({ BASE_URL: 'https://nastavnik.college.ru/' }).baseUrl).toBe('https://nastavnik.college.ru');
  expect(readEnvironment({ HOST: '::1', PORT: '80' }).baseUrl).toBe('http://localhost:80');
});

test('the table names every setting with its usual value', () => {
  expect(environmentTable()).toContainEqual({ name: 'PORT', value: '3000' });
  expect(environmentTable().map(({ name }) => name)).toEqual([
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'BASE_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'MAX_TOKEN',
    'MAX_URL',
    'VK_TOKEN',
    'VK_URL',
    'LOG_LEVEL',
    'TODAY',
    'DEMO',
  ]);
});
