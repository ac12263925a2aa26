import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { App } from './crash/app.ts';
import { clearAway, killDatabase, newDataDir, seeded } from './crash/driver.ts';

const people = 3_000;
const names = ['Анна', 'Вера', 'Зоя', 'Олег', 'Пётр', 'Илья'];
const surnames = ['Рублёв', 'Тиунов', 'Лаптев', 'Зорин', 'Пестов', 'Носков', 'Ямшанов'];
const letters = 'абвгдежзик';

/** Invented students, each with a surname of their own. */
const list = (): File => {
  const rows = Array.from({ length: people }, (_, n) => {
    const tail = [...String(n)].map((digit) => letters[Number(digit)]).join('');
    const birth = `${String(1 + (n % 28)).padStart(2, '0')}.${String(1 + (n % 12)).padStart(2, '0')}.2008`;
    return `${surnames[n % surnames.length]}${tail};${names[n % names.length]};Сергеевич;ЭМ-${11 + (n % 4)};${birth}`;
  });
  return new File([`Фамилия;Имя;Отчество;Группа;Дата рождения\n${rows.join('\n')}\n`], 'контингент.csv', {
    type: 'text/csv',
  });
};

const query = async <Row extends pg.QueryResultRow>(dataDir: string, sql: string): Promise<Row[]> => {
  const server = await startPostgres({ dataDir, log: silentLog });
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
    if (!server.adopted) await server.stop();
  }
};

test('an import that is killed while it reads or writes is finished after the next start: all people or none, never some', {
  timeout: 240_000,
}, async () => {
  const chance = seeded(7);
  const dataDir = await newDataDir();
  onTestFinished(() => clearAway(dataDir));
  let app = await App.start(dataDir);
  onTestFinished(() => app.kill());
  await app.post(app.enterPath ?? '');
  const restart = async (after: number, database: boolean): Promise<void> => {
    await pause(after);
    if (database) await killDatabase(dataDir);
    await app.kill();
    const [count] = await query<{ people: string }>(dataDir, 'select count(*) as people from persons');
    expect([0, people]).toContain(Number(count?.people));
    app = (await App.start(dataDir)).withCookiesOf(app);
  };

  const reading = (await app.post('/people/import', { file: list(), kind: 'student' })).headers.get('location') ?? '';
  expect(reading).toMatch(/^\/tasks\//);
  for (let round = 0; round < 4; round += 1) await restart(chance() * 1_200, round % 2 === 1);
  const review = await app.afterTask(reading);

  const writing = (await app.post(`${review}/confirm`)).headers.get('location') ?? '';
  expect(writing).toMatch(/^\/tasks\//);
  for (let round = 0; round < 4; round += 1) await restart(chance() * 900, round % 2 === 1);
  await app.afterTask(writing);

  const [end] = await query<{ people: string; twice: string }>(
    dataDir,
    `select count(*) as people, (select count(*) from (select 1 from persons group by last_name, first_name having count(*) > 1) x) as twice from persons`,
  );
  expect(end).toEqual({ people: String(people), twice: '0' });
  await app.end();
});
