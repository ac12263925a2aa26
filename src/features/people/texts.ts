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

/** Words of every refusal that a page may have to show. */
export const peopleRefusals = {
  'looks-known': 'Такой человек уже есть. Если это другой человек, отметьте это внизу и запишите ещё раз',
  'no-such-reference': 'Выбранной группы или организации уже нет. Выберите другую',
  'changed-meanwhile': 'Пока вы правили, карточку изменил другой человек. Проверьте и запишите ещё раз',
  nobody: 'Менять нечего: отметьте людей в списке',
  'in-future': 'Этот день ещё не наступил. Укажите сегодняшний или прошедший',
  'same-person': 'Это одна и та же карточка. Выберите две разные',
  'both-in-use':
    'Обе карточки уже участвуют в наставничестве или имеют вход в систему. Сначала уберите одну из них из реестра, потом объедините',
  'code-taken': 'Такая группа уже есть',
  'no-such-teacher': 'Такого сотрудника нет. Выберите из списка',
  'graduated-already': 'Группа уже выпущена',
  'name-taken': 'Такая организация уже есть',
} as const;

/** The same for imports. */
export const importRefusals = {
  'not-in-review': 'Этот файл уже записывается, записан или отменён',
  'no-such-row': 'Такой строки в файле нет',
  'nothing-to-write':
    'Записывать некого: ни в одной строке не нашлось человека. Проверьте столбцы или выберите другой файл',
  'not-written': 'Отменять нечего: файл не записан или уже отменён',
  'too-late': 'Прошло больше 30 дней. Загрузку уже нельзя отменить целиком: правьте карточки по одной',
} as const;

/** An import in the list of recent ones. */
export const importStateNames = {
  reading: 'читается',
  review: 'ждёт вашей проверки',
  writing: 'записывается',
  written: 'записано',
  undone: 'отменено целиком',
  cancelled: 'отменено',
  refused: 'файл не принят',
} as const;

export const keptReasons = {
  'in-use': 'на карточку уже опирается другая запись: согласие, пара, вход в систему',
  edited: 'карточку правили после загрузки',
} as const;
