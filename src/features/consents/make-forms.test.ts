import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';
import { day } from '../../kernel/day.ts';
import { localFiles } from '../../platform/storage.ts';
import { Cancelled, type TaskRun } from '../../platform/tasks.ts';
import { installConsentTexts } from './install-texts.ts';
import { makeForms } from './make-forms.ts';
import { printForms } from './print-forms.ts';

let house: TestHouse;
let vera: Visitor;
const store = localFiles(mkdtempSync(join(tmpdir(), 'forms-')));
beforeAll(async () => {
  house = await openHouse();
  vera = await house.signIn('curator');
  await house.inside((db) => installConsentTexts(db, day('2026-08-01')));
});
afterAll(() => house.close());

/** Orders one form without queueing its task; the test runs it, and may stop it at its progress. */
const ordered = async (last: string): Promise<string> =>
  house.inside(async (db, given) => {
    const actor = { college: house.college, accountId: vera.accountId, personId: null, name: 'Ложкина Е. С.' };
    const ctx = { db, actor: { ...actor, roles: ['curator' as const], groupIds: [] }, today: day('2026-10-12') };
    const personIds = [await given.student({ last, born: '2006-01-01' })];
    const made = await printForms(ctx, { purpose: 'processing', personIds, till: day('2027-08-31') });
    if (!made.ok) throw new Error(made.reason);
    return made.value.batchId;
  });

const run = (batchId: string, progress: TaskRun['progress'] = async () => {}) => {
  const { db, college } = house;
  const task = { db, college, store, taskId: batchId, accountId: vera.accountId, progress };
  return makeForms({ ...task, input: { batchId, till: '2027-08-31' } });
};

const left = (batchId: string) =>
  house.inside(async (db) => ({
    batch: await db
      .selectFrom('consent_batches')
      .select(['state', 'pdf_file_id'])
      .where('id', '=', batchId)
      .executeTakeFirst(),
    forms: (await db.selectFrom('consent_forms').select('id').where('batch_id', '=', batchId).execute()).length,
  }));

test('a pile that was stopped is forgotten with its codes', async () => {
  const batchId = await ordered('Стоянова');
  const stop = async () => {
    throw new Cancelled();
  };

  await expect(run(batchId, stop)).rejects.toThrow(Cancelled);
  expect(await left(batchId)).toEqual({ batch: { state: 'cancelled', pdf_file_id: null }, forms: 0 });
});

test('a pile whose process died is made anew from the same codes, and only once', async () => {
  const batchId = await ordered('Сбоева');
  const die = async () => {
    throw new Error('the process died');
  };
  await expect(run(batchId, die)).rejects.toThrow('died');
  expect((await left(batchId)).forms).toBe(1);

  expect(await run(batchId)).toBe(1);
  const first = await left(batchId);
  expect(first.batch?.state).toBe('ready');
  await run(batchId);
  expect(await left(batchId)).toEqual(first);
});
