import type { FullName, Gender } from '../../features/people/person.ts';
import type { Chance } from './chance.ts';

const surnames =
  `Рублёв Кощеев Зорин Ашихмин Банников Вохмянин Ситников Двинянинов Бакулин Шабалин Ложкин Зыков Вылегжанин Перминов Чарушин
  Кайсин Лаптев Метелев Опарин Пестов Ронжин Суслов Тюлькин Урванцев Филимонов Хлыбов Целищев Шихов Щеглов Южанин Якимов
  Бердинских Черных Гребнев Долгих Ежов Жуйков Игошин Казаков Лузянин Малых Новосёлов Огородников Патрушев Россохин Скрябин
  Токарев Усатов Фоминых Хорошавин Чиркин Шубин Шмаков Журавлёв Загарский Яранский Нолинский Слободской Дымов Ведерников
  Кузнецов Соболев Мельников Колчин Мезенцев Плотников`.split(/\s+/);

const firstNames = {
  male: `Александр Алексей Андрей Антон Артём Богдан Вадим Виктор Глеб Даниил Денис Дмитрий Егор Иван Илья Кирилл Константин Лев
    Максим Матвей Никита Павел Роман Савелий Степан Тимофей Фёдор Юрий Ярослав`.split(/\s+/),
  female:
    `Алина Анастасия Анна Валерия Варвара Вера Вероника Виктория Дарья Ева Екатерина Елизавета Зоя Инна Ирина Кира Ксения
    Любовь Маргарита Мария Милана Надежда Наталья Ольга Полина Софья Татьяна Ульяна Юлия Яна`.split(/\s+/),
} as const satisfies Record<Gender, readonly string[]>;

const fathers =
  `Александр Алексей Андрей Антон Борис Вадим Виктор Владимир Геннадий Денис Евгений Иван Константин Леонид Максим
  Михаил Николай Олег Павел Роман Сергей Степан Фёдор Эдуард Юрий`.split(/\s+/);

const surnameFor = (base: string, gender: Gender): string => {
  if (gender === 'male' || /ых$|их$/.test(base)) return base;
  return /ский$|ской$/.test(base) ? base.replace(/[ио]й$/, 'ая') : `${base}а`;
};

/** Stems that change before «-ович». */
const irregular: Readonly<Record<string, string>> = { Павел: 'Павл', Михаил: 'Михайл' };

const patronymicFor = (father: string, gender: Gender): string => {
  const stem = father.endsWith('ий')
    ? `${father.slice(0, -2)}ьев`
    : father.endsWith('й')
      ? `${father.slice(0, -1)}ев`
      : `${irregular[father] ?? father}ов`;
  return stem + (gender === 'male' ? 'ич' : 'на');
};

export interface NamedPerson extends FullName {
  readonly gender: Gender;
  /** The family's surname as a man bears it. */
  readonly family: string;
}

/** A maker of full names that never says the same one twice. */
export const namesBy = (chance: Chance, taken: readonly FullName[]) => {
  const said = new Set(taken.map(({ lastName, firstName }) => `${lastName} ${firstName}`));

  return (gender: Gender): NamedPerson => {
    for (;;) {
      const family = chance.pick(surnames);
      const made = {
        family,
        lastName: surnameFor(family, gender),
        firstName: chance.pick(firstNames[gender]),
        patronymic: patronymicFor(chance.pick(fathers), gender),
        gender,
      };
      const key = `${made.lastName} ${made.firstName}`;
      if (said.has(key)) continue;
      said.add(key);
      return made;
    }
  };
};

/** Father or mother of a student, as the card names a representative. */
export const parentOf = (chance: Chance, { family }: NamedPerson): string => {
  const gender: Gender = chance.happens(0.2) ? 'male' : 'female';
  return `${surnameFor(family, gender)} ${chance.pick(firstNames[gender])} ${patronymicFor(chance.pick(fathers), gender)}`;
};
