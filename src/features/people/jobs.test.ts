import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import { csv, twoStudents } from '../../../test/people-import.ts';
import { day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { type FileStore, localFiles } from '../../platform/storage.ts';
import { Cancelled, type TaskRun } from '../../platform/tasks.ts';
import { confirmImport } from './confirm-import.ts';
import { importById } from './import-rows.ts';
import { peopleWorkers } from './jobs.ts';
import { startImport } from './start-import.ts';
import { starterOf } from './starter-rows.ts';

let house: TestHouse;
let accountId: string;
let dir: string;
let store: FileStore;

beforeAll(async () => {
  house = await openHouse();
  accountId = (await house.signIn('curator')).accountId;
  dir = await mkdtemp(join(tmpdir(), 'people-jobs-'));
  store = localFiles(dir);
});
afterAll(async () => {
  await house.close();
  await rm(dir, { recursive: true, force: true });
});

const vera = async (db: CollegeDb) => {
  const { actor } = await starterOf(db, house.college, accountId);
  return { db, actor, store, today: day('2026-10-12') };
};

const uploaded = (): Promise<string> =>
  house.inside(async (db) => {
    const started = await startImport(await vera(db), { name: 'list.csv', bytes: csv(twoStudents), kind: 'student' });
    if (!started.ok) throw new Error(started.reason);
    return started.value.importId;
  });

const confirmed = (importId: string) =>
  house.inside(async (db) => confirmImport(await vera(db), { importId, unwantedGroups: [] }));

/** Runs a task as the queue does; `progress` may stop it. */
const run = (kind: string, importId: string, progress: TaskRun['progress'] = async () => {}) => {
  const worker = peopleWorkers().find((each) => each.kind === kind);
  if (!worker) throw new Error(kind);
  const taskId = '00000000-0000-4000-8000-000000000009';
  return worker.run({ db: house.db, store, college: house.college, taskId, accountId, input: { importId }, progress });
};

const stateOf = (importId: string) => house.inside(async (db) => (await importById(db, importId))?.state);

const peopleCount = () => house.inside(async (db) => (await db.selectFrom('persons').select('id').execute()).length);

const stop = async (): Promise<void> => {
  throw new Cancelled();
};

/** As a killed process leaves it: in the middle, without a word. */
const crash = async (): Promise<void> => {
  throw new Error('the process died');
};

test('a reading that was broken off by a person leaves the file dropped, without a row of it', async () => {
  const id = await uploaded();

  await expect(run('people.read', id, stop)).rejects.toThrow(Cancelled);

  expect(await stateOf(id)).toBe('cancelled');
  const rows = await house.inside((db) =>
    db.selectFrom('import_rows').select('row_number').where('import_id', '=', id).execute(),
  );
  expect(rows).toEqual([]);
});

test('a reading started twice, as after a restart, reads once', async () => {
  const id = await uploaded();

  await run('people.read', id);
  await run('people.read', id);

  const rows = await house.inside((db) =>
    db.selectFrom('import_rows').select('row_number').where('import_id', '=', id).execute(),
  );
  expect(rows.map(({ row_number }) => row_number)).toEqual([2, 3]);
  expect(await stateOf(id)).toBe('review');
});

test('a writing that breaks in the middle writes nobody, goes back to the review, and can be confirmed again', async () => {
  const before = await peopleCount();
  const id = await uploaded();
  await run('people.read', id);
  await confirmed(id);
  let looks = 0;
  const late = async () => {
    looks += 1;
    if (looks > 1) await crash();
  };

  await expect(run('people.write', id, late)).rejects.toThrow('died');
  expect([await peopleCount(), await stateOf(id)]).toEqual([before, 'review']);

  await confirmed(id);
  expect((await run('people.write', id)).message).toContain('2');
  expect([await peopleCount(), await stateOf(id)]).toEqual([before + 2, 'written']);
});

test('a task whose starter has lost the right does nothing', async () => {
  const id = await uploaded();
  await run('people.read', id);
  await confirmed(id);
  const before = await peopleCount();
  await house.inside((db) => db.deleteFrom('account_roles').where('account_id', '=', accountId).execute());

  await expect(run('people.write', id)).rejects.toThrow('forbidden');

  expect(await peopleCount()).toBe(before);
});
