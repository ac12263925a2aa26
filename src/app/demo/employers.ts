import { type Gender, type PersonInput, personOf } from '../../features/people/person.ts';
import type { Chance } from './chance.ts';
import type { namesBy } from './names.ts';

/** Invented enterprises without real numbers of taxpayers. */
const names = `ООО «Вятприбор»|АО «Верхневятский машиностроительный завод»|ООО «Электросеть-Сервис»|ООО «СварПрофиль»
  |АО «Кордяжский арматурный завод»|ООО «Лесмаш»|ИП Нолинский С. П., автосервис «Ось»|ООО «Цифровой берег»|ООО «Теплосервис-В»
  |МУП «Верхневятские электросети»|ООО «Агромех»|ООО «Завод подъёмных машин»|ООО «СтройМонтаж-43»|ООО «Автоцентр «Заречный»»`
  .split('|')
  .map((name) => name.trim());

export const demoEmployers = names.map((name, index) => ({
  name,
  inn: null,
  contacts: `г. Верхневятск, ул. Промышленная, д. ${3 + index * 2}; отдел кадров, тел. (83300) 2-1${index % 10}-4${index % 9}`,
}));

const posts = [
  'главный энергетик',
  'начальник участка',
  'инженер-технолог',
  'сварщик шестого разряда',
  'наладчик станков с программным управлением',
  'ведущий программист',
  'мастер цеха',
];

/** One or two specialists of each enterprise. */
export const demoSpecialists = (
  chance: Chance,
  name: ReturnType<typeof namesBy>,
  organisationIds: readonly string[],
): PersonInput[] =>
  organisationIds.flatMap((organisationId, index) =>
    Array.from({ length: 1 + (index % 2) }, (_, place) => {
      const gender: Gender = chance.happens(0.7) ? 'male' : 'female';
      const { lastName, firstName, patronymic } = name(gender);
      const post = posts[(index + place) % posts.length] ?? '';
      const phone = `+7912000${2000 + index * 2 + place}`;
      return personOf('specialist', { lastName, firstName, patronymic }, { gender, post, organisationId, phone });
    }),
  );
