import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { createCollege } from '../src/features/college/create-college.ts';
import { day } from '../src/kernel/day.ts';
import { type CollegeDb, connect, inCollege } from '../src/platform/db.ts';
import { often } from '../src/platform/pool.ts';
import { freshDatabaseForThisTest } from './postgres.ts';

const open = async () => {
  const db = connect(await freshDatabaseForThisTest(), { max: 1 });
  onTestFinished(() => db.destroy());
  const newCollege = (shortName: string) =>
    createCollege(db, { fullName: shortName, shortName, today: day('2026-10-12') });
  return { db, first: await newCollege('Первый'), second: await newCollege('Второй') };
};

const nameOfCollege = async (tx: CollegeDb): Promise<string[]> => {
  const { rows } = await sql<{
    name: string;
  }>`${often} select short_name as name from colleges where id <> ${'00000000-0000-4000-8000-000000000000'}`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
};

test('a statement asked often is planned once on a connection, and still shows each college only its own', async () => {
  const { db, first, second } = await open();

  for (let round = 0; round < 8; round += 1) {
    expect(await inCollege(db, first, nameOfCollege)).toEqual(['Первый']);
    expect(await inCollege(db, second, nameOfCollege)).toEqual(['Второй']);
  }

  const { rows } = await sql<{ count: number }>`select count(*) from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([{ count: 1 }]);
});

test('work that ended badly leaves nothing behind, and the connection is good for the next', async () => {
  const { db, first } = await open();
  const rename = (tx: CollegeDb) => sql`update colleges set short_name = 'Новый'`.execute(tx);

  await expect(
    inCollege(db, first, async (tx) => {
      await rename(tx);
      await sql`select 1 / 0`.execute(tx);
    }),
  ).rejects.toThrow('division by zero');
  expect(await inCollege(db, first, nameOfCollege)).toEqual(['Первый']);
  await inCollege(db, first, rename);
  expect(await inCollege(db, first, nameOfCollege)).toEqual(['Новый']);
});
