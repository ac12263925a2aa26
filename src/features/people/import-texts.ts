import { counted } from '../../kernel/russian/plural.ts';
import type { Duplicate, Evidence } from './find-duplicates.ts';
import type { SkipReason } from './heading-texts.ts';
import type { Problem, ProblemKind } from './import-problems.ts';
import type { PersonField } from './person-values.ts';
import type { Column } from './recognise-columns.ts';
import type { SkippedKind } from './sort-rows.ts';

export const personFieldNames: Readonly<Record<PersonField, string>> = {
  fullName: 'Фамилия, имя, отчество',
  lastName: 'Фамилия',
  firstName: 'Имя',
  patronymic: 'Отчество',
  group: 'Группа',
  course: 'Курс',
  birthDay: 'Дата рождения',
  phone: 'Телефон',
  parentPhone: 'Телефон представителя',
  parentName: 'Представитель',
  email: 'Электронная почта',
  gender: 'Пол',
  post: 'Должность',
  organisation: 'Организация',
  need: 'Запрос',
  closedNote: 'В закрытую часть',
};

export const skipReasons: Readonly<Record<SkipReason, string>> = {
  special: 'особые данные: решите сами',
  number: 'номер по порядку, не нужен',
  excess: 'лишние для наставничества данные',
  later: 'ведётся в своём разделе, из списка не переносится',
  note: 'примечание: смотрим, не выбыл ли человек, но не храним',
  unknown: 'не понятно, что это',
  empty: 'столбец пустой',
  repeated: 'такой столбец уже есть',
  chosen: 'вы решили не загружать',
};

/** «Столбец G «Соц. статус» — особые данные. …» */
export const specialColumnText = ({ letters, heading }: Pick<Column, 'letters' | 'heading'>): string =>
  `Столбец ${letters} «${heading}» — особые данные. Для подбора пары они не нужны, и по умолчанию столбец не загружается. Если нужен психологу, он ляжет в закрытую часть.`;

export const skippedRows: Readonly<Record<SkippedKind, string>> = {
  total: 'строка итогов',
  caption: 'заголовок группы',
  'heading-again': 'повтор шапки',
  numbering: 'номера столбцов',
  signature: 'подпись или примечание под списком',
  'only-number': 'номер без человека',
};

const inMonths = [
  'январе',
  'феврале',
  'марте',
  'апреле',
  'мае',
  'июне',
  'июле',
  'августе',
  'сентябре',
  'октябре',
  'ноябре',
  'декабре',
];

const number = (problem: Problem, name: string): number => problem.detail?.[name] ?? 0;

function impossibleDay(problem: Problem): string {
  const month = inMonths[number(problem, 'month') - 1];
  if (month === undefined) return `в ячейке «${problem.value}» нет такого месяца`;
  return `в ячейке «${problem.value}» — в ${month} ${counted(number(problem, 'days'), 'день', 'дня', 'дней')}`;
}

function oddAge(problem: Problem): string {
  const years = counted(number(problem, 'age'), 'год', 'года', 'лет');
  const course = problem.detail?.course;
  return course === undefined ? `${years}, проверьте год` : `${years} на ${course}-м курсе, проверьте год`;
}

function wrongDigits(problem: Problem): string {
  const digits = number(problem, 'digits');
  if (digits === 0) return `в ячейке «${problem.value}» нет номера`;
  return `«${problem.value}» — ${counted(digits, 'цифра', 'цифры', 'цифр')} вместо десяти`;
}

/** Told without the name of the field, which stands before it: «Дата рождения: в феврале 28 дней». */
const sentences: Readonly<Record<ProblemKind, (problem: Problem) => string>> = {
  'name-missing': () => 'нет фамилии или имени',
  'name-one-word': ({ value }) => `только одно слово: «${value}»`,
  'name-initials': ({ value }) => `«${value}» — впишите имя и отчество полностью, в приказе без них нельзя`,
  'name-glued': ({ value }) => `слова слиплись: «${value}»`,
  'name-latin': ({ value }) => `латинские буквы вместо русских в «${value}», исправлено`,
  'name-case': ({ value, proposal }) => `«${value}» записано как «${proposal ?? value}»`,
  'name-order': ({ value, proposal }) => `имя стояло впереди фамилии: «${value}» записано как «${proposal ?? value}»`,
  'name-brackets': ({ value }) => `скобки убраны из «${value}»`,
  'name-odd': ({ value }) => `«${value}» не похоже на фамилию, имя и отчество`,
  'birth-impossible': impossibleDay,
  'birth-unreadable': ({ value }) => `«${value}» — не дата, нужно так: 01.09.2008`,
  'birth-future': ({ value }) => `«${value}» ещё не наступило`,
  'birth-serial': ({ value, proposal }) => `число «${value}» прочитано как дата Excel: ${proposal ?? ''}`,
  'age-odd': oddAge,
  'phone-digits': wrongDigits,
  'phone-rounded': ({ value }) => `Excel округлил номер: «${value}», последние цифры потеряны`,
  'phone-second': ({ value }) => `лишний номер «${value}» не загружен`,
  'phone-shared': (problem) => `тот же номер, что в строке ${number(problem, 'row')}`,
  'email-odd': ({ value }) => `«${value}» не похоже на адрес почты`,
  'email-other': ({ value }) => `«${value}» — страница, а не почта; не загружено`,
  'gender-odd': ({ value }) => `«${value}» — нужно «м» или «ж»`,
  'course-odd': ({ value }) => `«${value}» — нужен номер курса от 1 до 6`,
  'group-missing': () => 'не указана',
  'group-similar': ({ value, proposal }) => `«${value}» нет в списке, похоже на ${proposal ?? ''}`,
  'group-notation': ({ value, proposal }) => `«${value}» записано как ${proposal ?? ''}`,
  'group-closed': (problem) => `группа ${problem.value} выпущена в ${number(problem, 'year')} г.`,
  'formula-uncounted': () => 'в ячейке формула без значения: откройте файл в Excel, сохраните и загрузите снова',
  left: ({ value }) => `в примечании «${value}» — загружать?`,
  away: ({ value }) => `в примечании «${value}»`,
  'hidden-row': () => 'строка в файле скрыта',
};

/** «Дата рождения: в ячейке «31.02.2008» — в феврале 29 дней» */
export function problemText(problem: Problem): string {
  const sentence = sentences[problem.kind](problem);
  const name = problem.field === 'fullName' || problem.field === 'lastName' ? 'ФИО' : undefined;
  const field = name ?? (problem.field ? personFieldNames[problem.field] : undefined);
  return field ? `${field}: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const evidences: Readonly<Record<Evidence, string>> = {
  'same-name': 'ФИО',
  'similar-name': 'похожие ФИО',
  'same-birth-day': 'дата рождения',
  'same-phone': 'телефон',
  'same-group': 'группа',
  'other-birth-day': 'даты рождения разные',
  'no-birth-day': 'дата рождения есть не у всех',
  'other-group': 'группы разные',
};

const differences: readonly Evidence[] = ['other-birth-day', 'no-birth-day', 'other-group'];

/** «Совпали: ФИО, дата рождения, группа» and what does not agree. */
export function duplicateText({ verdict, evidence }: Pick<Duplicate, 'verdict' | 'evidence'>): string {
  if (verdict === 'namesakes') return 'Тёзки: даты рождения разные';
  const same = evidence.filter((each) => !differences.includes(each)).map((each) => evidences[each]);
  const other = evidence.filter((each) => differences.includes(each)).map((each) => evidences[each]);
  return [`Совпали: ${same.join(', ')}`, ...other].join('; ');
}

export const noSheetText = 'В файле нет ни одного заполненного листа.';
