/** Nominative, January first: «сентябрь». */
export const monthNames = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

const genitives = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** Monday first, nominative. */
export const weekdayNames = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
] as const;

/** Monday first: «пн». */
export const weekdayShortNames = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;

const soft = '(?:ь|я|е|ю|ем)';
const stems = [
  `янв(?:ар${soft})?`,
  `февр?(?:ал${soft})?`,
  'март(?:а|е|у|ом)?|мар',
  `апр(?:ел${soft})?`,
  'ма(?:й|я|е|ю|ем)',
  `июн${soft}?`,
  `июл${soft}?`,
  'авг(?:уст(?:а|е|у|ом)?)?',
  `сент?(?:ябр${soft})?`,
  `окт(?:ябр${soft})?`,
  `нояб?(?:р${soft})?`,
  `дек(?:абр${soft})?`,
] as const;

/** Source of a regular expression for one month word in any case or common abbreviation; lower case, «е» for «ё». */
export const monthPattern = `(?:${stems.join('|')})(?![а-яё])\\.?`;

const matchers = stems.map((stem) => new RegExp(`^(?:${stem})\\.?$`, 'u'));

/** 1–12 for «сентябрь», «Сентября», «сент.»; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const key = word.trim().toLowerCase().replaceAll('ё', 'е');
  const index = matchers.findIndex((matcher) => matcher.test(key));
  return index < 0 ? undefined : index + 1;
}

/** «сентябрь» for 9. */
export const monthName = (month: number): string => monthNames[month - 1] ?? '';

/** «сентября» for 9. */
export const monthGenitive = (month: number): string => genitives[month - 1] ?? '';
