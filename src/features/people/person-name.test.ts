import { describe, expect, test } from 'vitest';
import { genderOf, looksLikeName, readFullName, readNameParts } from './person-name.ts';

const read = (text: string) => {
  const { value, findings } = readFullName(text);
  const name = [value.lastName, value.firstName, value.patronymic].map((part) => part ?? '—').join('|');
  return [name, ...findings.map(({ kind }) => kind)].join(' ');
};

describe('a name in one cell', () => {
  test.each([
    ['Иванова Анна Петровна', 'Иванова|Анна|Петровна'],
    [' Иванова\u00a0 Анна   Петровна ', 'Иванова|Анна|Петровна'],
    ['Коваль Дарья', 'Коваль|Дарья|—'],
    ['Лебедев Лев Рустам оглы', 'Лебедев|Лев|Рустам оглы'],
    ['Петрова – Водкина Мария Львовна', 'Петрова-Водкина|Мария|Львовна'],
    ['Петрович Иван Абрамович', 'Петрович|Иван|Абрамович'],
    ['Соловьёва Алёна -', 'Соловьёва|Алёна|—'],
    ['фон Штерн Лев Ильич'.replace('фон ', 'Фон-'), 'Фон-Штерн|Лев|Ильич'],
  ])('«%s» needs no word', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['БЕЛЫЙ ПАВЕЛ ЛЬВОВИЧ', 'Белый|Павел|Львович name-case'],
    ['САЛТЫКОВ-ЩЕДРИН ЛЕВ ИЛЬИЧ', 'Салтыков-Щедрин|Лев|Ильич name-case'],
    ['иванов пётр ильич', 'Иванов|Пётр|Ильич name-case'],
    ['КашинаЮлия Олеговна', 'Кашина|Юлия|Олеговна name-glued'],
    ['Cитникова Oльга Денисовна', 'Ситникова|Ольга|Денисовна name-latin'],
    ['Иван Петрович Сидоренко', 'Сидоренко|Иван|Петрович name-order'],
    ['Кузнецов И.Р.', 'Кузнецов|И.|Р. name-initials'],
    ['И. Р. Кузнецов', 'Кузнецов|И.|Р. name-initials'],
    ['КузнецовИ.Р.', 'Кузнецов|И.|Р. name-initials'],
    ['Белова (Чёрная) Анна Ильинична', 'Белова|Анна|Ильинична name-brackets'],
    ['Иванов', 'Иванов|—|— name-one-word'],
    ['—', '—|—|— name-missing'],
    ['Иванов 2 Иван', 'Иванов|2|Иван name-odd'],
  ])('«%s» is read, and something is said', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a foreign name in Latin letters stays Latin', () => {
    expect(read('Smith John')).toBe('Smith|John|—');
  });
});

describe('a name in three cells', () => {
  test('each cell is mended by itself; no patronymic is no problem', () => {
    expect(readNameParts('ИВАНОВ', 'Пётр', 'нет')).toEqual({
      value: { lastName: 'Иванов', firstName: 'Пётр', patronymic: null },
      findings: [{ kind: 'name-case', level: 'note', proposal: 'Иванов' }],
    });
  });

  test('a full name in the first of them is taken apart', () => {
    expect(readNameParts('Иванов Пётр Ильич', '', '').value).toEqual({
      lastName: 'Иванов',
      firstName: 'Пётр',
      patronymic: 'Ильич',
    });
  });

  test('a row without a first name is stopped', () => {
    expect(readNameParts('Иванов', '', 'Ильич').findings).toEqual([{ kind: 'name-missing', level: 'stop' }]);
  });
});

test('the patronymic tells man from woman, nothing else does', () => {
  const gender = (text: string) => genderOf(readFullName(text).value);
  expect(gender('Черных Женя Ильинична')).toBe('female');
  expect(gender('Черных Женя Ильич')).toBe('male');
  expect(gender('Гусь Мария Рустам кызы')).toBe('female');
  expect(gender('Черных Женя')).toBeNull();
});

test('posts, captions and addresses are not names', () => {
  expect(looksLikeName('Секретарь учебной части')).toBe(false);
  expect(looksLikeName('Группа ЭМ-21')).toBe(false);
  expect(looksLikeName('г. Калуга, ул. Мира')).toBe(false);
  expect(looksLikeName('Коваль Т.П.')).toBe(true);
});
