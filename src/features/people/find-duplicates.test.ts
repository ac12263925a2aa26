import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { type Comparable, findDuplicates } from './find-duplicates.ts';

const person = (name: string, birthDay: string | null, rest: Partial<Comparable> = {}): Comparable => {
  const [lastName = null, firstName = null, patronymic = null] = name.split(' ');
  return {
    lastName,
    firstName,
    patronymic,
    birthDay: birthDay === null ? null : day(birthDay),
    phone: null,
    group: null,
    ...rest,
  };
};

const inFile = (...people: Comparable[]) =>
  findDuplicates(people.map((values, index) => ({ row: index + 2, values }))).map(({ verdict, evidence }) => [
    verdict,
    ...evidence,
  ]);

describe('two rows of one file', () => {
  test('same name and birth day: one person, ё or е', () => {
    expect(
      inFile(person('Королёва Анна Ильинична', '2008-05-14'), person('КОРОЛЕВА Анна Ильинична', '2008-05-14')),
    ).toEqual([['same', 'same-name', 'same-birth-day']]);
  });

  test('same name, other birth day: namesakes; with one phone a person decides', () => {
    const phone = '+79105550000';
    expect(inFile(person('Белова Мария', '2009-02-02'), person('Белова Мария', '2008-08-19'))).toEqual([
      ['namesakes', 'same-name', 'other-birth-day'],
    ]);
    expect(
      inFile(person('Белова Мария', '2009-02-02', { phone }), person('Белова Мария', '2008-08-19', { phone }))[0]?.[0],
    ).toBe('maybe');
  });

  test('an initial or one letter, with the same birth day, may be the same', () => {
    expect(inFile(person('Кузнецов Игорь Львович', '2008-01-01'), person('Кузнецов И. Л.', '2008-01-01'))[0]?.[0]).toBe(
      'maybe',
    );
    expect(
      inFile(person('Шулятьев Никита Олегович', '2008-01-01'), person('Шулятев Никита Олегович', '2008-01-01'))[0]?.[0],
    ).toBe('maybe');
  });

  test('a shared phone or birth day alone says nothing', () => {
    const phone = '+79105550000';
    expect(
      inFile(person('Орлова Анна', '2008-01-01', { phone }), person('Белый Павел', '2008-01-01', { phone })),
    ).toEqual([]);
  });

  test('a landline is no evidence', () => {
    const phone = '+74842551201';
    expect(inFile(person('Орлова Анна', null, { phone }), person('Орлова Анна', null, { phone }))).toEqual([
      ['maybe', 'same-name', 'no-birth-day'],
    ]);
  });
});

test('people of the college are found too, with what speaks for and against', () => {
  const existing = [{ id: 'p1', ...person('Белый Павел Львович', '2008-01-01', { group: 'СВ-11' }) }];
  const rows = [{ row: 5, values: person('Белый Павел Львович', '2008-01-01', { group: 'СВ-12' }) }];
  expect(findDuplicates(rows, existing)).toEqual([
    {
      first: { id: 'p1' },
      second: { row: 5 },
      verdict: 'same',
      evidence: ['same-name', 'same-birth-day', 'other-group'],
    },
  ]);
});
