import type { Gap, Gender, PersonKind } from './person.ts';

/** One person of a kind. */
export const kindNames: Readonly<Record<PersonKind, string>> = {
  student: 'Студент',
  staff: 'Сотрудник',
  specialist: 'Специалист предприятия',
  graduate: 'Выпускник',
  representative: 'Законный представитель',
};

/** Many people of a kind: pills of the register. */
export const kindsNames: Readonly<Record<PersonKind, string>> = {
  student: 'Студенты',
  staff: 'Сотрудники',
  specialist: 'Специалисты предприятий',
  graduate: 'Выпускники',
  representative: 'Законные представители',
};

export const genderNames: Readonly<Record<Gender, string>> = { male: 'мужской', female: 'женский' };

/** «нет …» after a dash or in a badge. */
export const gapNames: Readonly<Record<Gap, string>> = {
  'birth-day': 'даты рождения',
  phone: 'телефона',
  group: 'группы',
  post: 'должности',
  organisation: 'организации',
  gender: 'пола',
};

/** Journal: no word depends on who did it. */
export const peopleJournal: Readonly<Record<string, string>> = {
  'person.added': 'Человек внесён',
  'person.changed': 'Карточка изменена',
  'person.left': 'Отмечено выбытие',
  'person.returned': 'Выбытие отменено',
  'person.merged': 'Карточки объединены',
  'person.declension-corrected': 'Склонение исправлено',
  'people.exported': 'Список людей выгружен',
  'group.added': 'Группа заведена',
  'group.changed': 'Группа изменена',
  'group.graduated': 'Группа выпущена',
  'organisation.added': 'Организация внесена',
  'organisation.changed': 'Организация изменена',
  'import.started': 'Файл отправлен на чтение',
  'import.refused': 'Файл не принят',
  'import.cancelled': 'Загрузка отменена до записи',
  'import.written': 'Люди из файла записаны',
  'import.undone': 'Загрузка отменена целиком',
};
