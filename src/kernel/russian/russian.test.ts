import { describe, expect, test } from 'vitest';
import { monthOf } from './calendar.ts';
import { type Case, cases } from './cases.ts';
import { joinHyphenation } from './hyphenation.ts';
import { goldNames } from './names.gold.ts';
import { declineName, fullName, genderOf, initials } from './names.ts';
import { counted, plural } from './plural.ts';
import { declinePost } from './posts.ts';
import { fixLookalikes, searchKey } from './search.ts';
import { typography } from './typography.ts';

const people = goldNames.map((line) => {
  const [gender = '', name = '', ...forms] = line.split('|');
  const [last = '', first = '', middle = ''] = name.split(',');
  return { person: { last, first, middle }, gender: gender === 'm' ? ('male' as const) : ('female' as const), forms };
});

describe('names', () => {
  test('there are a hundred and more on the gold list, of both genders', () => {
    expect(people.length).toBeGreaterThanOrEqual(100);
    expect(people.filter(({ gender }) => gender === 'female').length).toBeGreaterThan(35);
  });

  test.each(people)('$person.last $person.first $person.middle is right in all cases', ({ person, gender, forms }) => {
    const declined = cases.slice(1).map((wanted) => fullName({ ...person, gender }, wanted));
    expect(declined).toEqual(forms);
  });

  test.each(people)('of $person.last $person.first $person.middle tell whose they are', ({ person, gender }) => {
    expect(genderOf(person)).toBe(gender);
  });

  test('tell nothing where they cannot, and are then left alone', () => {
    const sasha = { last: 'Черных', first: 'Саша' };
    expect(genderOf(sasha)).toBeUndefined();
    expect(fullName(sasha, 'dative')).toBe('Черных Саша');
    expect(fullName({ ...sasha, gender: 'female' }, 'dative')).toBe('Черных Саше');
  });

  test('a correction made by hand goes before the rules', () => {
    const person = { last: 'Мороз', first: 'Олег', middle: 'Ильич', gender: 'male' as const };
    expect(fullName(person, 'genitive')).toBe('Мороза Олега Ильича');
    expect(fullName(person, 'genitive', { genitive: { last: 'Мороз' } })).toBe('Мороз Олега Ильича');
    expect(declineName(person, 'dative', { genitive: { last: 'Мороз' } }).last).toBe('Морозу');
  });

  test('in capitals stay in capitals, initials stay as they are', () => {
    expect(fullName({ last: 'ИВАНОВА', first: 'МАРИЯ', middle: 'ИЛЬИНИЧНА' }, 'accusative')).toBe(
      'ИВАНОВУ МАРИЮ ИЛЬИНИЧНУ',
    );
    expect(fullName({ last: 'Иванова', first: 'М.', middle: 'И.', gender: 'female' }, 'dative')).toBe('Ивановой М. И.');
  });

  test('are shortened to initials on either side', () => {
    const person = { last: 'Ложкина', first: 'Елена', middle: 'Сергеевна' };
    expect(initials(person)).toBe('Ложкина\u00A0Е.\u00A0С.');
    expect(initials(person, 'initials-first')).toBe('Е.\u00A0С.\u00A0Ложкина');
    expect(initials({ last: 'Цой', first: 'Анна-Мария', middle: null })).toBe('Цой\u00A0А.-М.');
  });
});

describe('posts', () => {
  test.each<[string, Case, string]>([
    ['заместитель директора по УВР', 'genitive', 'заместителя директора по УВР'],
    ['ведущий инженер-технолог ООО «Завод»', 'genitive', 'ведущего инженера-технолога ООО «Завод»'],
    ['и.о. директора', 'dative', 'и.о. директора'],
    ['зам. директора по УМР', 'instrumental', 'зам. директора по УМР'],
    ['педагог-психолог', 'accusative', 'педагога-психолога'],
    ['заведующая учебной частью', 'accusative', 'заведующую учебной частью'],
    ['заведующий отделением', 'instrumental', 'заведующим отделением'],
    ['исполняющий обязанности директора', 'dative', 'исполняющему обязанности директора'],
    ['старший мастер', 'genitive', 'старшего мастера'],
    ['главный бухгалтер', 'instrumental', 'главным бухгалтером'],
    ['ст. преподаватель', 'dative', 'ст. преподавателю'],
    ['медицинская сестра', 'accusative', 'медицинскую сестру'],
    ['пресс-секретарь', 'genitive', 'пресс-секретаря'],
    ['IT-специалист', 'dative', 'IT-специалисту'],
    ['председатель цикловой комиссии', 'instrumental', 'председателем цикловой комиссии'],
    ['преподаватель, классный руководитель', 'genitive', 'преподавателя, классного руководителя'],
    ['мастер участка, цеха № 2', 'dative', 'мастеру участка, цеха № 2'],
    ['староста группы', 'accusative', 'старосту группы'],
    ['Директор', 'prepositional', 'Директоре'],
    ['студентка группы ЭМ-21', 'dative', 'студентке группы ЭМ-21'],
  ])('«%s» in the %s is «%s»', (post, wanted, expected) => {
    expect(declinePost(post, wanted)).toBe(expected);
    expect(declinePost(post, 'nominative')).toBe(post);
  });
});

describe('words and counts', () => {
  test.each([
    [1, 'пара'],
    [2, 'пары'],
    [5, 'пар'],
    [11, 'пар'],
    [14, 'пар'],
    [21, 'пара'],
    [112, 'пар'],
    [0, 'пар'],
    [1.5, 'пары'],
  ])('%d takes «%s»', (count, expected) => {
    expect(plural(count, 'пара', 'пары', 'пар')).toBe(expected);
  });

  test('a counted word is not torn from its number', () => {
    expect(counted(3, 'день', 'дня', 'дней')).toBe('3\u00A0дня');
  });

  test('months are known in any case and short', () => {
    expect(['январе', 'Мая', 'сент.', 'ноябрём', 'июль'].map(monthOf)).toEqual([1, 5, 9, 11, 7]);
    expect(['декада', 'маяк', 'марта-', ''].map(monthOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('text', () => {
  const visible = (text: string): string => typography(text).replaceAll('\u00A0', '·');

  test.each([
    ['колледж "Ритм"', 'колледж «Ритм»'],
    ['положение "О группе "Старт""', 'положение «О·группе „Старт“»'],
    ['план - это главное', 'план·— это главное'],
    ['№ 5, №7', '№·5, №·7'],
    ['в мае, к 1 сентября 2026 г.', 'в·мае, к·1·сентября 2026·г.'],
    ['приказ И.И. Орлова', 'приказ И.·И.·Орлова'],
    ['Орлов И. И. сказал', 'Орлов·И.·И. сказал'],
    ['2026-2027, стр. 5-7', '2026–2027, стр.·5–7'],
    ['12 500 руб.', '12·500·руб.'],
    ['педагог-психолог', 'педагог-психолог'],
    ['01-02-2026', '01-02-2026'],
  ])('«%s» is set as «%s»', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  test('set twice is the same as set once', () => {
    const text = 'Приказ "О парах" - № 5 от 1 мая 2026 г. для И.И. Орлова';
    expect(typography(typography(text))).toBe(typography(text));
  });

  test('is searched without regard to ё, case, spaces and hyphens', () => {
    expect(searchKey('  СОЛОВЬЁВА—Седая\u00A0 Анна')).toBe(searchKey('соловьева-седая анна'));
  });

  test('gets Russian letters for the Latin ones that look so, inside Russian words only', () => {
    expect(fixLookalikes('Ивaнoв Cергей')).toBe('Иванов Сергей');
    expect(fixLookalikes('группа VK, Web-студия')).toBe('группа VK, Web-студия');
  });

  test.each([
    ['Ежемесяч-но', 'Ежемесячно'],
    ['наставля-емых', 'наставляемых'],
    ['психологи-ческого портрета', 'психологического портрета'],
    ['ответствен-\nные', 'ответственные'],
    ['мероприя-\n тия', 'мероприятия'],
    ['педагог-\nпсихолог', 'педагог-психолог'],
    ['педагог-психолог, пресс-релизы', 'педагог-психолог, пресс-релизы'],
    ['сентябрь-октябрь', 'сентябрь-октябрь'],
    ['мотивационно-личностного, бизнес-сообществ', 'мотивационно-личностного, бизнес-сообществ'],
    ['кл. рук-ли, кто-то, по-новому', 'кл. рук-ли, кто-то, по-новому'],
    ['на\u00ADставник', 'наставник'],
  ])('«%s» without hyphens of line breaks is «%s»', (text, expected) => {
    expect(joinHyphenation(text)).toBe(expected);
  });
});
