import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { confirmImport } from '../src/features/people/confirm-import.ts';
import type { Import } from '../src/features/people/import.ts';
import { importById } from '../src/features/people/import-rows.ts';
import { readImport } from '../src/features/people/read-import.ts';
import { startImport } from '../src/features/people/start-import.ts';
import { writeImport } from '../src/features/people/write-import.ts';
import type { Ctx } from '../src/platform/context.ts';
import { writeCsv } from '../src/platform/files/write-spreadsheet.ts';
import { type FileStore, localFiles } from '../src/platform/storage.ts';
import type { World } from './story.ts';

const dir = await mkdtemp(join(tmpdir(), 'people-import-'));
const store = localFiles(dir);
afterAll(() => rm(dir, { recursive: true, force: true }));

/** A curator with a cupboard for files. */
export type Curator = Ctx & { store: FileStore };

const headings = ['ФИО', 'Группа', 'Дата рождения', 'Телефон'];

/** A file of people. */
export const csv = (rows: readonly (readonly string[])[], columns: readonly string[] = headings): Uint8Array =>
  writeCsv({ columns: columns.map((header) => ({ header, kind: 'text' })), rows });

export const quietly = async (): Promise<void> => {};

export const curator = ({ ctx }: World): Curator => ({ ...ctx('curator'), store });

/** Uploads and reads a file; answers the id of its import. */
export const read = async (vera: Curator, bytes: Uint8Array): Promise<string> => {
  const started = await startImport(vera, { name: 'контингент.csv', bytes, kind: 'student' });
  if (!started.ok) throw new Error(started.reason);
  await readImport(vera, started.value.importId, quietly);
  return started.value.importId;
};

/** Confirms and writes a file that was read. */
export const write = async (vera: Curator, importId: string, unwantedGroups: readonly string[] = []): Promise<void> => {
  const confirmed = await confirmImport(vera, { importId, unwantedGroups });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  await writeImport(vera, importId, quietly);
};

/** Everybody in the register, in the order of the alphabet. */
export const names = async ({ db }: World): Promise<string[]> => {
  const rows = await db.selectFrom('persons').select(['last_name', 'first_name', 'patronymic']).execute();
  return rows
    .map((row) => `${row.last_name} ${row.first_name} ${row.patronymic}`.trim())
    .sort((a, b) => a.localeCompare(b, 'ru'));
};

export const theImport = async (vera: Curator, id: string): Promise<Import> => {
  const one = await importById(vera.db, id);
  if (!one) throw new Error('the import');
  return one;
};

/** Two rows with nothing wrong in them. */
export const twoStudents = [
  ['Агалаков Данил Романович', 'ЭМ-11', '14.05.2009', '+7 912 345-48-17'],
  ['Ёлкина Вера Ильинична', 'ЭМ-11', '01.09.2009', ''],
];
