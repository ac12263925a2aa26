import { loginOf } from '../../features/accounts/account.ts';
import { type FullName, fullName, type Gender, type PersonInput, personOf } from '../../features/people/person.ts';
import { day } from '../../kernel/day.ts';
import type { Chance } from './chance.ts';
import type { namesBy } from './names.ts';

interface Named extends FullName {
  readonly gender: Gender;
  readonly post: string;
}

const named = (name: string, post: string, gender: Gender = 'female'): Named => {
  const [lastName = '', firstName = '', patronymic = ''] = name.split(' ');
  return { lastName, firstName, patronymic, gender, post };
};

/** People whom others in the demo call by name. */
export const leaders = {
  director: named('Коротаев Андрей Викторович', 'директор', 'male'),
  deputy: named('Шабалина Нина Игоревна', 'заместитель директора по учебно-воспитательной работе'),
  methodHead: named('Бакулина Оксана Павловна', 'заместитель директора по учебно-методической работе'),
  practiceHead: named('Ситников Павел Геннадьевич', 'заведующий учебно-производственной практикой', 'male'),
  curator: named('Ложкина Елена Сергеевна', 'педагог-организатор'),
  methodist: named('Урванцева Татьяна Львовна', 'методист'),
  psychologist: named('Зыкова Марина Юрьевна', 'педагог-психолог'),
  socialTeacher: named('Кощеева Ирина Валерьевна', 'социальный педагог'),
  editor: named('Двинянинова Ксения Олеговна', 'специалист по связям с общественностью'),
  administrator: named('Перминов Олег Борисович', 'системный администратор', 'male'),
  classTeacher: named('Вохмянина Тамара Алексеевна', 'преподаватель электротехники'),
} as const;

export type Leader = keyof typeof leaders;

const posts =
  `преподаватель математики|преподаватель физики|преподаватель русского языка и литературы|преподаватель истории
  |преподаватель английского языка|преподаватель информатики|преподаватель электротехники|преподаватель технической механики
  |преподаватель материаловедения|преподаватель спецдисциплин|мастер производственного обучения|преподаватель физической культуры
  |преподаватель инженерной графики|преподаватель охраны труда|преподаватель экономики`
    .split('|')
    .map((post) => post.trim());

const total = 60;
/** The last of the staff came this autumn: the programme gives them mentors. */
export const newcomers = 5;

/** All sixty; the leaders first, in their order, then teachers, then those who came this autumn. */
export const demoStaff = (chance: Chance, name: ReturnType<typeof namesBy>): PersonInput[] => {
  const teachers = Array.from({ length: total - Object.keys(leaders).length }, (_, index): Named => {
    const gender: Gender = chance.happens(0.35) ? 'male' : 'female';
    const { lastName, firstName, patronymic } = name(gender);
    return { lastName, firstName, patronymic, gender, post: posts[index % posts.length] ?? '' };
  });
  const people: Named[] = [...Object.values(leaders), ...teachers];
  return people.map(({ post, gender, ...who }, index) => {
    const young = index >= total - newcomers;
    return personOf('staff', who, {
      post,
      gender,
      birthDay: day(
        `${young ? 1999 + chance.below(4) : 1962 + chance.below(34)}-0${1 + chance.below(9)}-1${chance.below(9)}`,
      ),
      phone: `+7912000${String(1000 + index)}`,
      email: `${loginOf(fullName(who))}@vemt.example`,
    });
  });
};
