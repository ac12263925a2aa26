import { strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readDocument, readSheets } from './parse-in-worker.ts';

const csv = { name: 'a.csv', family: 'text', bytes: strToU8('ФИО;Группа\nИванов Иван;ЭМ-21') } as const;

const manyCells = async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) =>
    Array.from({ length: 30 }, (_, column) => `${row} ${column} текст`),
  );
  return { name: 'a.xlsx', family: 'xlsx', bytes: await writeXlsx({ sheets: [{ name: 'A', rows }] }) } as const;
};

describe('files are read in a thread of their own', () => {
  test('a list comes back as sheets', async () => {
    const answer = await readSheets(csv);
    expect(answer.ok && answer.value[0]?.rows).toEqual([
      ['ФИО', 'Группа'],
      ['Иванов Иван', 'ЭМ-21'],
    ]);
  });

  test('a plain text comes back as lines', async () => {
    const answer = await readDocument(csv);
    expect(answer.ok && answer.value.paragraphs).toEqual(['ФИО;Группа', 'Иванов Иван;ЭМ-21']);
  });

  test('garbage is a refusal, not a crash', async () => {
    expect(await readSheets({ name: 'a', family: 'xlsx', bytes: strToU8('PK not really') })).toEqual({
      ok: false,
      reason: 'unreadable',
    });
  });

  test('a file that needs more memory than the worker may have ends the worker, not the server', async () => {
    expect(await readSheets(await manyCells(), { heap: 16 })).toEqual({ ok: false, reason: 'too-much-memory' });
  });

  test('a file that takes too long is given up', async () => {
    expect(await readSheets(csv, { time: 1 })).toEqual({ ok: false, reason: 'too-slow' });
  });
});
