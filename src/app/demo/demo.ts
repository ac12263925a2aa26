import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Day, day } from '../../kernel/day.ts';
import { holdToday } from '../../platform/clock.ts';
import type { Database } from '../../platform/db.ts';
import { localFiles } from '../../platform/storage.ts';
import { demoSignIns } from './accounts.ts';
import { demoToday } from './college.ts';
import { fillDemo } from './fill.ts';

export interface DemoFrame {
  readonly db: Database;
  readonly dataDir: string;
  /** `--demo` or `DEMO=1`. */
  readonly asked: boolean;
}

/**
 * Fills an empty installation with the invented college when that is asked for, and keeps its day: a later start in the
 * same data directory lives on the same day, asked or not. Answers lines for the console; none where there is no demo.
 */
export const openDemo = async ({ db, dataDir, asked }: DemoFrame): Promise<string[]> => {
  const path = join(dataDir, 'demo-day');
  const kept = await keptDay(path);
  if (!kept && !asked) return [];
  if (!kept && !(await isEmpty(db))) {
    return [
      'В базе уже есть данные, поэтому пример не заполнен. Другая папка: DATA_DIR=./data-demo npm start -- --demo',
    ];
  }

  const today = kept ?? demoToday;
  holdToday(today);
  if (await isEmpty(db)) await fillDemo(db, localFiles(join(dataDir, 'files')));
  if (!kept) await writeFile(path, today);
  return [
    `Это пример: придуманный техникум, сегодня всегда ${today.split('-').reverse().join('.')}.`,
    ...signInLines(),
  ];
};

const keptDay = (path: string): Promise<Day | undefined> =>
  readFile(path, 'utf8').then(
    (text) => day(text.trim()),
    () => undefined,
  );

/** Nobody has worked here yet; a first start that ended at the one-time link does not count. */
const isEmpty = async (db: Database): Promise<boolean> => {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from persons) and not exists (select from auth_sessions) as empty`.execute(db);
  return rows[0]?.empty ?? false;
};

const signInLines = (): string[] => {
  const rows = [
    ['Роль', 'Логин', 'Пароль'],
    ...demoSignIns.map(({ roleName, login, password }) => [roleName, login, password]),
  ];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(width(column))).join('   ')}`.trimEnd());
};
