import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import type { Cell } from '../../platform/files/sheet.ts';
import { ageFinding, readBirthDay } from './birth-day.ts';
import { partGroup, readCourse, readGroup, usualNotations } from './group-name.ts';
import { problemText } from './import-texts.ts';
import { readPhones } from './phone.ts';
import { groupKey } from './study-group.ts';

const today = day('2026-10-01');

describe('birth dates', () => {
  test.each<[Cell, string]>([
    [{ day: day('2008-03-05') }, '2008-03-05'],
    ['27.01.2008', '2008-01-27'],
    ['14.05.2006г.', '2006-05-14'],
    ['18.02.07', '2007-02-18'],
    ['10 июня 2008 г.', '2008-06-10'],
    ['17/02/2005', '2005-02-17'],
    ['2007-06-23', '2007-06-23'],
    ['19,06,2005', '2005-06-19'],
    ['19. 06. 2005 г.р.', '2005-06-19'],
    ['19062005', '2005-06-19'],
    ['12.05.45', '1945-05-12'],
  ])('%j', (cell, expected) => {
    expect(readBirthDay(cell, today)).toEqual({ value: expected, findings: [] });
  });

  test('a number is a day of Excel, and is told', () => {
    expect(readBirthDay(38522, today)).toEqual({
      value: '2005-06-19',
      findings: [{ kind: 'birth-serial', level: 'note', proposal: '19.06.2005' }],
    });
  });

  test('days that do not exist stop the row with the reason', () => {
    const { value, findings } = readBirthDay('31.02.2007', today);
    expect(value).toBeNull();
    expect(findings).toEqual([{ kind: 'birth-impossible', level: 'stop', detail: { month: 2, days: 28 } }]);
    const problem = {
      row: 17,
      column: 3,
      field: 'birthDay',
      value: '31.02.2007',
      kind: 'birth-impossible',
      level: 'stop',
    } as const;
    expect(problemText({ ...problem, detail: { month: 2, days: 28 } })).toMatch(/«31\.02\.2007» — в феврале 28\sдней/u);
  });

  test('month and day changed over are proposed back', () => {
    expect(readBirthDay('02/25/2008', today).findings).toMatchObject([
      { kind: 'birth-impossible', proposal: '25.02.2008' },
    ]);
  });

  test('what is no date, what is still to come, what nobody counted', () => {
    expect(readBirthDay('весной', today).findings).toMatchObject([{ kind: 'birth-unreadable' }]);
    expect(readBirthDay('01.01.2030', today).findings).toMatchObject([{ kind: 'birth-future' }]);
    expect(readBirthDay({ formula: 'A1' }, today).findings).toMatchObject([{ kind: 'formula-uncounted' }]);
    expect(readBirthDay('-', today)).toEqual({ value: null, findings: [] });
  });

  test('an age that does not fit the course is asked about, a grown student is not', () => {
    const odd = (born: string, course: number | null) => ageFinding(day(born), course, true, today).findings.length > 0;
    expect(odd('2014-03-04', 2)).toBe(true);
    expect(odd('2010-03-04', 2)).toBe(false);
    expect(odd('1990-03-04', 1)).toBe(false);
    expect(odd('1920-03-04', 1)).toBe(true);
  });
});

describe('phones', () => {
  test.each<[Cell, string]>([
    ['8-910-555-00-00', '+79105550000'],
    ['+7 (910) 254 04 04', '+79102540404'],
    [89105550008, '+79105550008'],
    [9105550008, '+79105550008'],
    ['8 (4842) 55-12-01', '+74842551201'],
    ['+375 29 123-45-67', '+375291234567'],
    ["'+79105550008", '+79105550008'],
    ['8 910 555 00 00 доб. 12', '+79105550000'],
  ])('%j', (cell, expected) => {
    expect(readPhones(cell)).toEqual({ value: { own: expected, relative: null }, findings: [] });
  });

  test('the number with a relative beside it is the representative’s', () => {
    expect(readPhones('8-910-555-00-00, 8-953-000-00-11 (мама)').value).toEqual({
      own: '+79105550000',
      relative: '+79530000011',
    });
  });

  test('of two numbers of one’s own the first is kept, the second is told', () => {
    const { value, findings } = readPhones('8 910 555 00 00 8 910 555 00 01');
    expect(value.own).toBe('+79105550000');
    expect(findings).toMatchObject([{ kind: 'phone-second', level: 'note' }]);
  });

  test('nine digits are counted, a number that Excel rounded is lost', () => {
    expect(readPhones('910 555 00 0').findings).toMatchObject([{ kind: 'phone-digits', detail: { digits: 9 } }]);
    expect(readPhones('8,91056E+10').findings).toMatchObject([{ kind: 'phone-rounded' }]);
  });

  test.each(['нет', '-', '+', '—', ''])('«%s» is no phone and no problem', (text) => {
    expect(readPhones(text)).toEqual({ value: { own: null, relative: null }, findings: [] });
  });
});

describe('groups', () => {
  test.each([
    ['СВ-11, 1 курс', 'СВ-11', 1],
    ['тм- 41, 4 курс', 'тм-41', 4],
    ['гр. ЭМ 21', 'ЭМ 21', null],
    ['Группа ЭМ-31  (классный руководитель — Ляхова Б.И.)', 'ЭМ-31', null],
    ['2-й курс ИСиП–23', 'ИСиП-23', 2],
  ])('«%s» is taken apart', (text, group, course) => {
    expect(partGroup(text)).toEqual({ group, course });
  });

  const world = (codes: readonly string[], typed: readonly string[] = []) => ({
    known: new Map(codes.map((code) => [groupKey(code), { code, ...(code === 'ТМ-20' ? { graduated: 2025 } : {}) }])),
    usual: usualNotations(typed),
    replaced: new Map([[groupKey('ЭлМ-1'), 'ЭМ-11']]),
  });

  test.each(['эм21', 'ЭМ 21', 'ЭM-21', 'ЭМ.21', 'ЭММ-21'])('«%s» is the known ЭМ-21, and is asked about', (typed) => {
    expect(readGroup(typed, world(['ЭМ-21', 'СВ-11']))).toMatchObject({
      value: 'ЭМ-21',
      findings: [{ kind: 'group-similar', level: 'ask', proposal: 'ЭМ-21' }],
    });
  });

  test('a neighbouring number is another group, not a slip', () => {
    expect(readGroup('ЭМ-22', world(['ЭМ-21']))).toEqual({ value: 'ЭМ-22', findings: [] });
  });

  test('what a person chose before is taken without a word', () => {
    expect(readGroup('элм1', world(['ЭМ-11']))).toEqual({ value: 'ЭМ-11', findings: [] });
  });

  test('a group that has graduated is asked about', () => {
    expect(readGroup('ТМ-20', world(['ТМ-20'])).findings).toMatchObject([
      { kind: 'group-closed', detail: { year: 2025 } },
    ]);
  });

  test('a new group is called as the file mostly calls it', () => {
    const typed = ['ЭМ-21', 'ЭМ-21', 'эм21'];
    expect(readGroup('эм21', world([], typed))).toMatchObject({ value: 'ЭМ-21', findings: [{ level: 'note' }] });
  });

  test('courses in either kind of digits', () => {
    expect(['1', '2 курс', 'III', 'IV курс'].map((text) => readCourse(text).value)).toEqual([1, 2, 3, 4]);
    expect(readCourse('9').findings).toMatchObject([{ kind: 'course-odd' }]);
  });
});
