import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { peopleJson } from './people-json.ts';

const today = day('2026-10-01');

describe('what the command line prints about a list', () => {
  test('the understanding, with words for every problem', async () => {
    const rows = [
      ['ФИО', 'Группа', 'Дата рождения'],
      ['Иванов Иван Ильич', 'ЭМ-21', new Date(Date.UTC(2009, 4, 1))],
      ['Иванов Иван Ильич', 'эм21', '31.02.2009'],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Список', rows },
        { name: 'черновик', hidden: true, rows: [['x']] },
      ],
    });
    const printed = await peopleJson({ name: 'a.xlsx', bytes }, { today, knownGroups: [{ code: 'ЭМ-21' }] });
    expect(printed).toMatchObject({
      ok: true,
      json: {
        sheet: 'Список',
        hiddenSheets: ['черновик'],
        counts: { people: 2, groups: 1, stop: 1, ask: 1, note: 0, duplicates: 1 },
        problems: [
          { row: 3, text: 'Группа: «эм21» нет в списке, похоже на ЭМ-21' },
          { row: 3, text: expect.stringContaining('в феврале 28') },
        ],
        duplicates: [{ verdict: 'maybe', text: 'Совпали: ФИО, группа; дата рождения есть не у всех' }],
      },
    });
  });

  test('a file that is no list is refused with a sentence', async () => {
    const photo = { name: 'список.xlsx', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array(40).fill(0)]) };
    expect(await peopleJson(photo, { today })).toMatchObject({
      ok: false,
      reason: 'wrong-kind',
      text: expect.stringMatching(/фото/),
    });
    expect(await peopleJson({ name: 'a', bytes: new Uint8Array() }, { today })).toMatchObject({ reason: 'empty' });
  });
});
