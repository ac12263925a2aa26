import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { gapsOf, type PersonInput, personOf } from './person.ts';
import { type RegisterFilter, registerPage } from './register-rows.ts';
import { insertPersons } from './rows.ts';
import { insertGroups } from './study-group-rows.ts';

const everybody: RegisterFilter = {
  search: '',
  kind: null,
  groupId: null,
  onlyGaps: false,
  left: false,
  sort: 'name',
  descending: false,
};

const firstPage = { page: 1, perPage: 25 };

const named = (lastName: string, firstName: string, patronymic: string, rest: Partial<PersonInput> = {}): PersonInput =>
  personOf('student', { lastName, firstName, patronymic }, rest);

const college = async (db: CollegeDb) => {
  const [em, tm] = await insertGroups(db, [
    { code: 'ЭМ-21', speciality: '', course: 2, classTeacherId: null },
    { code: 'ТМ-11', speciality: '', course: 1, classTeacherId: null },
  ]);
  if (!em || !tm) throw new Error('two groups');
  await insertPersons(db, [
    named('Ёлкин', 'Степан', 'Викторович', {
      groupId: em,
      phone: '+79123454817',
      birthDay: day('2008-02-01'),
      gender: 'male',
    }),
    named('Елистратова', 'Алёна', 'Игоревна', {
      groupId: em,
      representativePhone: '+79001112233',
      birthDay: day('2008-02-01'),
      gender: 'female',
    }),
    named('Агалаков', 'Данил', 'Романович', { groupId: tm }),
    personOf(
      'staff',
      { lastName: 'Зорин', firstName: 'Михаил', patronymic: 'Андреевич' },
      { gender: 'male', post: 'преподаватель', phone: '+79220000000' },
    ),
  ]);
  return { em, tm };
};

const find = async (db: CollegeDb, search: string): Promise<string[]> => {
  const { people } = await registerPage(db, 'all', { ...everybody, search }, firstPage);
  return people.map(({ lastName }) => lastName);
};

test(
  'people are found whatever the case, ё or е, and the order of words',
  story(async ({ db }) => {
    await college(db);

    expect(await find(db, 'ЕЛКИН')).toEqual(['Ёлкин']);
    expect(await find(db, 'степан ёлкин')).toEqual(['Ёлкин']);
    expect(await find(db, 'алена')).toEqual(['Елистратова']);
    expect(await find(db, 'виктор ёлк')).toEqual(['Ёлкин']);
  }),
);

test(
  'one typo is forgiven, two are not',
  story(async ({ db }) => {
    await college(db);

    expect(await find(db, 'агалоков')).toEqual(['Агалаков']);
    expect(await find(db, 'агалков данил')).toEqual(['Агалаков']);
    expect(await find(db, 'елистартова')).toEqual(['Елистратова']);
    expect(await find(db, 'агулокав')).toEqual([]);
  }),
);

test(
  'a slip anywhere in a word is forgiven: first letter, last letter, middle, two letters swapped',
  story(async ({ db }) => {
    await insertPersons(db, [named('Ворожцов', 'Егор', '')]);

    const slips = [
      'борожцов',
      'ворожцав',
      'вороцов',
      'вороожцов',
      'ворожцво',
      'ворожцо',
      'овр',
      'воржоцов',
      'вор0жцов',
    ];
    const found = await Promise.all(slips.map((slip) => find(db, slip)));

    expect(found.map((names) => names[0])).toEqual(slips.map(() => 'Ворожцов'));
  }),
);

test(
  'close ones are offered only where nobody matches exactly, and the page is told',
  story(async ({ db }) => {
    await college(db);
    await insertPersons(db, [named('Зорина', 'Анна', '')]);

    const exact = await registerPage(db, 'all', { ...everybody, search: 'зорин' }, firstPage);
    const close = await registerPage(db, 'all', { ...everybody, search: 'зорен' }, firstPage);

    expect([exact.close, exact.total]).toEqual([false, 2]);
    expect([close.close, close.total]).toEqual([true, 2]);
  }),
);

test(
  'people are found by the group however it is written, and by digits of a telephone',
  story(async ({ db }) => {
    await college(db);

    expect(await find(db, 'эм-21')).toEqual(['Елистратова', 'Ёлкин']);
    expect(await find(db, 'эм21 ёлкин')).toEqual(['Ёлкин']);
    expect(await find(db, '48-17')).toEqual(['Ёлкин']);
    expect(await find(db, '8 (912) 345-48-17')).toEqual(['Ёлкин']);
    expect(await find(db, '900 111')).toEqual(['Елистратова']);
  }),
);

test(
  'signs that mean something to the database are only signs',
  story(async ({ db }) => {
    await college(db);

    expect(await find(db, '%')).toEqual([]);
    expect(await find(db, "о'_\\")).toEqual([]);
  }),
);

test(
  '«only with gaps» shows those whose cards lack something, by the same rule as the card',
  story(async ({ db }) => {
    await college(db);

    const all = await registerPage(db, 'all', everybody, firstPage);
    const lacking = await registerPage(db, 'all', { ...everybody, onlyGaps: true }, firstPage);

    expect(lacking.people.map(({ id }) => id)).toEqual(
      all.people.filter((person) => gapsOf(person).length > 0).map(({ id }) => id),
    );
    expect(lacking.people.map(({ lastName }) => lastName)).toEqual(['Агалаков']);
    expect([all.gaps, all.kinds]).toEqual([1, { student: 3, staff: 1 }]);
  }),
);

test(
  'a class teacher’s register holds own groups only, also in a search and in the counts',
  story(async ({ db }) => {
    const { tm } = await college(db);

    const own = await registerPage(db, [tm], everybody, firstPage);
    const foreign = await registerPage(db, [tm], { ...everybody, search: 'ёлкин' }, firstPage);
    const typo = await registerPage(db, [tm], { ...everybody, search: 'ёлкен' }, firstPage);

    expect(own.people.map(({ lastName }) => lastName)).toEqual(['Агалаков']);
    expect([foreign.total, typo.total]).toEqual([0, 0]);
    expect((await registerPage(db, [], everybody, firstPage)).total).toBe(0);
  }),
);

test(
  'pages and orders: names by the Russian alphabet, groups with their people by name',
  story(async ({ db }) => {
    await college(db);
    const names = async (filter: Partial<RegisterFilter>, page = 1) =>
      (await registerPage(db, 'all', { ...everybody, ...filter }, { page, perPage: 3 })).people.map((p) => p.lastName);

    expect(await names({})).toEqual(['Агалаков', 'Елистратова', 'Ёлкин']);
    expect(await names({}, 2)).toEqual(['Зорин']);
    expect(await names({ descending: true })).toEqual(['Зорин', 'Ёлкин', 'Елистратова']);
    expect(await names({ sort: 'group' })).toEqual(['Агалаков', 'Елистратова', 'Ёлкин']);
  }),
);
