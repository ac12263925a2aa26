/** Words inside the cells of a college's list. Small letters, е for ё. */
export const emptyWords: ReadonlySet<string> = new Set([
  'нет',
  'нету',
  'не указан',
  'не указана',
  'не указано',
  'не указаны',
  'неизвестно',
  'не имеется',
  'отсутствует',
  'отсутствуют',
  'без отчества',
  'б/о',
  'н/д',
  '#н/д',
  '#n/a',
  '#ref!',
  '#ссылка!',
  '#value!',
  '#знач!',
  'null',
  'none',
  'n/a',
]);

export const totalWords = /^(итого|всего|в том числе|из них)(?![а-яё])/i;

/** Who signs below a list, or what is noted there; never a surname. */
export const signatureWords =
  /^(директор|зам\.?|заместитель|заведующ\S*|зав\.?|секретарь|исполнитель|исп\.?|составил\S*|ответственн\S*|куратор|классный|методист|бухгалтер|председатель|примечани\S*|подпись|согласовано|утверждаю|м\.?\s?п\.?|дата|список|верно|специалист|начальник|руководитель)(?![а-яё])/i;

export const captionWords = /(^|[^а-яё])(групп[аыеу]?|гр\.|курс|отделени|специальност|профессия|кафедр|цикл)/i;

export const groupPrefix = /^(?:учебная\s+)?(?:групп[аыеу]|гр\.?)\s*(?:№|:)?\s*/i;

/** «2 курс», «курс 2», «2-й курс» */
export const courseInText = /(\d)\s*(?:-?\s*(?:й|го|ый|ой))?\s*курса?(?![а-яё])|курс\s*:?\s*(\d)/i;

export const romanCourses: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6 };

/** After a phone: whose it is. */
export const relativeWords =
  /мам|мат[ьер]|пап|от[ец]ц?|родит|бабушк|дед|опекун|т[её]т|представит|сестр|брат|отчим|мачех/i;

export const extensionWords = /(?:доб|вн)\.?\s*\d+/gi;

export const maleWords: ReadonlySet<string> = new Set([
  'м',
  'муж',
  'муж.',
  'мужской',
  'мужчина',
  'юноша',
  'мальчик',
  'm',
  'male',
]);
export const femaleWords: ReadonlySet<string> = new Set([
  'ж',
  'жен',
  'жен.',
  'женский',
  'женщина',
  'девушка',
  'девочка',
  'f',
  'female',
]);

export const malePatronymic = /(?:вич|ьич|мич|нич|кич|оглы|улы|уулу)$/i;
export const femalePatronymic = /(?:вна|чна|шна|кызы|кизи|гызы)$/i;

/** Words of a patronymic that stand apart and stay small. */
export const patronymicParticles: ReadonlySet<string> = new Set([
  'оглы',
  'оглу',
  'кызы',
  'кизи',
  'гызы',
  'улы',
  'уулу',
]);

/** Short words of surnames that keep their small letters. */
export const nameParticles: ReadonlySet<string> = new Set([
  'фон',
  'де',
  'да',
  'дер',
  'ван',
  'ла',
  'эль',
  'аль',
  'ад',
  'бин',
  'ибн',
  'дель',
  'ди',
]);

/** Latin letters that look like Cyrillic ones. */
export const lookalikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
};

/** In a note: the person has left, or is away for long. */
export const leftWords = /отчисл|выбыл|уволен|перевед[её]н\S* в друг|выпущен/i;
export const awayWords = /академ|декрет|отпуск по уходу|призван|служба в армии/i;

/** Born signs after a date: «г.р.». */
export const bornSigns = /\s*г\.?\s?р\.?$/i;
