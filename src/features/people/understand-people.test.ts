import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { readCsv } from '../../platform/files/csv.ts';
import type { Cell, MergedArea, Sheet } from '../../platform/files/sheet.ts';
import { recheckRow } from './read-person-row.ts';
import { choosePeopleSheet, type UnderstandingInput, understandPeople } from './understand-people.ts';

const today = day('2026-10-01');

const sheet = (rows: readonly (readonly Cell[])[], rest: Partial<Sheet> = {}): Sheet => ({
  name: 'Список',
  hidden: false,
  rows,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  ...rest,
});

const understand = (
  rows: readonly (readonly Cell[])[],
  input: Partial<UnderstandingInput> = {},
  rest: Partial<Sheet> = {},
) => understandPeople(sheet(rows, rest), { today, ...input });

const down = (left: number, top: number, bottom: number): MergedArea => ({ top, left, bottom, right: left });

/** A register as a secretary keeps it: titles, a heading of two levels, captions, merges, totals, a signature. */
const register = () =>
  understand(
    [
      ['ГБПОУ «Колледж»'],
      ['Список обучающихся на 01.09.2026'],
      [],
      [
        '№\nп/п',
        'Ф. И. О.\nобучающегося',
        'Группа,\nкурс',
        'Дата рожд.',
        'Контакты',
        null,
        'Соц. статус',
        'Примечание',
      ],
      [null, null, null, null, 'телефон', 'e-mail', null, null],
      ['Группа СВ-11 (классный руководитель — Белов Б.П.)'],
      [
        '1.',
        'Орлова  Анна Ильинична ',
        'СВ-11, 1 курс',
        { day: day('2010-06-19') },
        '8-910-555-00-00, 8-953-000-00-11 (мама)',
        'a@mail.ru',
        'сирота',
        null,
      ],
      [2, 'БЕЛЫЙ ПАВЕЛ ЛЬВОВИЧ', null, '31.02.2009', 89105550001, 'нет', null, 'отчислен пр. № 1'],
      [3, 'Коваль Т.П.', null, '18.02.10', null, '-', '+', null],
      [null, 'Итого по группе:', { formula: 'COUNTA(B7:B9)' }],
      [],
      ['Группа тм- 41'],
      [4, 'Черных Илья Ильич', null, '2007-05-09', '910 555 00 0', 'vk.com/id1', null, null],
      [5],
      [null, 'ВСЕГО', { formula: 'SUM(C1:C9)' }],
      [null, 'Секретарь учебной части', null, null, null, null, '______ /Заяц М.П./'],
    ],
    {},
    {
      merges: [
        { top: 0, left: 0, bottom: 0, right: 7 },
        ...[0, 1, 2, 3, 6, 7].map((column) => down(column, 3, 4)),
        { top: 3, left: 4, bottom: 3, right: 5 },
        { top: 5, left: 0, bottom: 5, right: 7 },
        down(2, 6, 8),
      ],
      hiddenRows: [8],
      hiddenColumns: [5],
    },
  );

describe('a register with everything that secretaries put into it', () => {
  test('the heading of two levels is found below the titles', () => {
    expect(register().header).toMatchObject({ top: 3, bottom: 4 });
    expect(register().columns.map(({ field, skip }) => field ?? skip)).toEqual([
      'number',
      'fullName',
      'group',
      'birthDay',
      'phone',
      'email',
      'special',
      'note',
    ]);
  });

  test('special data are marked and not read; hidden columns are told', () => {
    const { columns, rows } = register();
    expect(columns.filter(({ special }) => special).map(({ letters }) => letters)).toEqual(['G']);
    expect(columns.filter(({ hidden }) => hidden).map(({ letters }) => letters)).toEqual(['F']);
    expect(JSON.stringify(rows.map(({ values }) => values))).not.toContain('сирота');
  });

  test('people are read, merges and captions give them their group', () => {
    expect(register().rows.map(({ row, values }) => [row, values.lastName, values.group, values.course])).toEqual([
      [7, 'Орлова', 'СВ-11', 1],
      [8, 'Белый', 'СВ-11', 1],
      [9, 'Коваль', 'СВ-11', 1],
      [13, 'Черных', 'ТМ-41', null],
    ]);
    expect(register().rows[0]?.values).toMatchObject({
      firstName: 'Анна',
      patronymic: 'Ильинична',
      birthDay: '2010-06-19',
      phone: '+79105550000',
      parentPhone: '+79530000011',
      email: 'a@mail.ru',
      gender: 'female',
    });
  });

  test('what is nobody is named, not lost', () => {
    expect(register().skipped.map(({ row, kind }) => [row, kind])).toEqual([
      [6, 'caption'],
      [10, 'total'],
      [12, 'caption'],
      [14, 'only-number'],
      [15, 'total'],
      [16, 'signature'],
    ]);
  });

  test('every problem has its row, its column and its weight', () => {
    expect(register().problems.map(({ row, column, kind, level }) => [row, column, kind, level])).toEqual([
      [8, 1, 'name-case', 'note'],
      [8, 3, 'birth-impossible', 'stop'],
      [8, null, 'left', 'ask'],
      [9, 1, 'name-initials', 'ask'],
      [9, null, 'hidden-row', 'note'],
      [13, 2, 'group-notation', 'note'],
      [13, 4, 'phone-digits', 'ask'],
      [13, 5, 'email-other', 'note'],
    ]);
  });

  test('groups that the college does not have are listed once', () => {
    expect(register().newGroups).toEqual([
      { code: 'СВ-11', course: 1, people: 3 },
      { code: 'ТМ-41', course: null, people: 1 },
    ]);
  });
});

describe('other shapes of lists', () => {
  test('names in three columns of a CSV in Windows-1251', () => {
    const bytes = Buffer.from(
      'd4e0ece8ebe8ff3bc8ecff3bcef2f7e5f1f2e2ee3bc3f00d0ac8e2e0edeee23bcfb8f2f03bc8ebfce8f73bddcc2d32310d0a',
      'hex',
    );
    const { rows, columns } = understandPeople(readCsv(bytes, 'a.csv').sheet, { today });
    expect(columns.map(({ field }) => field)).toEqual(['lastName', 'firstName', 'patronymic', 'group']);
    expect(rows[0]?.values).toMatchObject({
      lastName: 'Иванов',
      firstName: 'Пётр',
      patronymic: 'Ильич',
      group: 'ЭМ-21',
    });
  });

  test('a heading of two levels without merges', () => {
    const { header, columns } = understand([
      ['ФИО', 'Контакты', '', 'Родители', ''],
      ['', 'телефон', 'почта', 'ФИО', 'телефон'],
      ['Иванов Иван Ильич', '89105550000', 'a@b.ru', 'Иванова Анна', '89105550001'],
    ]);
    expect(header).toMatchObject({ top: 0, bottom: 1 });
    expect(columns.map(({ field }) => field)).toEqual(['fullName', 'phone', 'email', 'parentName', 'parentPhone']);
  });

  test('a list without a heading is told by its content', () => {
    const { header, columns, rows } = understand([
      ['Иванов Иван Ильич', 'ЭМ-21', '01.02.2009', '89105550000'],
      ['Петрова Анна Львовна', 'ЭМ-21', '11.12.2008', '89105550001'],
    ]);
    expect(header).toBeUndefined();
    expect(columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['fullName', 'guess'],
      ['group', 'guess'],
      ['birthDay', 'guess'],
      ['phone', 'guess'],
    ]);
    expect(rows).toHaveLength(2);
  });

  test('a list of mentors: their name is the name, posts and organisations are read, no group is missed', () => {
    const { columns, problems } = understand([
      ['ФИО наставника', 'Должность', 'Организация'],
      ['Лебедев Илья Львович', 'мастер', 'ООО «Завод»'],
    ]);
    expect(columns.map(({ field }) => field)).toEqual(['fullName', 'post', 'organisation']);
    expect(problems).toEqual([]);
  });

  test('a group typed once for many rows, as after a merge saved to CSV', () => {
    const { rows } = understand([
      ['ФИО', 'Группа'],
      ['Иванов Иван', 'ЭМ-21'],
      ['Петров Пётр', ''],
      ['Белов Лев', ''],
      ['Орлов Илья', ''],
    ]);
    expect(rows.map(({ values }) => values.group)).toEqual(['ЭМ-21', 'ЭМ-21', 'ЭМ-21', 'ЭМ-21']);
  });

  test('the heading typed again and the numbers of columns are no people', () => {
    const heading = ['ФИО', 'Группа', 'Телефон'];
    const { rows, skipped } = understand([
      heading,
      ['1', '2', '3'],
      ['Иванов Иван', 'ЭМ-21', ''],
      heading,
      ['Белов Лев', 'ЭМ-21', ''],
    ]);
    expect(rows).toHaveLength(2);
    expect(skipped.map(({ kind }) => kind)).toEqual(['numbering', 'heading-again']);
  });

  test('the visible sheet with a heading is the list', () => {
    const list = sheet([
      ['ФИО', 'Группа'],
      ['Иванов Иван', 'ЭМ-21'],
    ]);
    const draft = sheet(Array.from({ length: 9 }, () => ['черновик']));
    expect(choosePeopleSheet([draft, { ...list, hidden: true }, list])).toBe(list);
  });
});

describe('what people choose', () => {
  const rows = [
    ['ФИО', 'Откуда', 'Соц. статус', 'Группа'],
    ['Иванов Иван', 'ООО «Завод»', 'многодетная', 'эм11'],
  ];

  test('a column chosen by hand goes before the proposal, a special one can be put into the closed part', () => {
    const { columns, rows: read } = understand(rows, { chosen: { 1: 'organisation', 2: 'closedNote' } });
    expect(columns.map(({ field }) => field)).toEqual(['fullName', 'organisation', 'closedNote', 'group']);
    expect(columns[2]).toMatchObject({ special: true, confidence: 'chosen' });
    expect(read[0]?.values).toMatchObject({ organisation: 'ООО «Завод»', closedNote: 'многодетная' });
  });

  test('choices of earlier files are remembered by heading and by notation', () => {
    const remembered = { columns: { откуда: 'organisation' }, groups: { ЭМ11: 'ЭМ-11' } } as const;
    const { rows: read, problems } = understand(rows, { remembered, knownGroups: [{ code: 'ЭМ-11' }] });
    expect(read[0]?.values).toMatchObject({ organisation: 'ООО «Завод»', group: 'ЭМ-11' });
    expect(problems).toEqual([]);
  });

  test('a corrected row is read again by the same rules, and accepted doubts are dropped', () => {
    const { rows: read, world } = understand([
      ['ФИО', 'Дата рождения', 'Группа'],
      ['КашинаЮлия Олеговна', '31.11.2009', 'ЭМ-21'],
    ]);
    const [row] = read;
    if (!row) throw new Error('no row');
    const still = recheckRow(row, { birthDay: '31.04.2009' }, world);
    expect(still.problems.map(({ kind }) => kind)).toEqual(['name-glued', 'birth-impossible']);
    const mended = recheckRow(row, { birthDay: '30.11.2009', fullName: 'Кашина Юлия Олеговна' }, world);
    expect(mended).toMatchObject({ problems: [], values: { birthDay: '2009-11-30', lastName: 'Кашина' } });
    expect(recheckRow(row, { birthDay: '30.11.2009' }, world, ['name-glued']).problems).toEqual([]);
  });
});
