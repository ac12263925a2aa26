// Words that the components themselves say. Everything else comes from the pages.

const plural = new Intl.PluralRules('ru');

/** Picks the Russian form for a count: `[одна строка, две строки, пять строк]`. */
export const formOf = (count: number, [one, few, many]: readonly [string, string, string]): string => {
  const rule = plural.select(count);
  return rule === 'one' ? one : rule === 'few' ? few : many;
};

const fieldsToCheck = ['', 'одно', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять'];

export const texts = {
  product: 'Наставник',
  description: 'Программа наставничества колледжа: люди, согласия, пары и документы по дорожной карте',
  optional: 'необязательно',
  toContent: 'К\u00a0содержанию',
  sections: 'Разделы',
  sectionsMenu: 'Меню разделов',
  closeMenu: 'Закрыть меню',
  crumbs: 'Вы здесь',
  search: 'Поиск',
  searchPlaceholder: 'Человек или документ',
  lowVision: 'Для\u00a0слабовидящих',
  lowVisionBar: 'Версия для слабовидящих',
  ordinary: 'Обычная версия',
  size: 'Размер',
  sizes: { 18: 'обычный', 20: 'крупный', 24: 'очень крупный' },
  colours: 'Цвет',
  coloursShort: { bw: 'Ч/Б', wb: 'Б/Ч', blue: 'С/Г' },
  coloursLong: { bw: 'чёрным по белому', wb: 'белым по чёрному', blue: 'синим по голубому' },
  spacing: 'Интервал',
  spacings: { normal: 'обычный', wide: 'широкий' },
  images: 'Рисунки',
  imagesSwitch: { on: 'да', off: 'нет' },
  theme: 'Оформление',
  themes: { auto: 'как в системе', light: 'светлое', dark: 'тёмное' },
  signOut: 'Выйти',
  unsent: 'В телефоне есть записи о встречах, которые ещё не отправлены. Если выйти сейчас, они сотрутся. Выйти?',
  busy: 'Записываем…',
  undo: 'Отменить',
  close: 'Закрыть',
  back: 'Назад',
  forward: 'Вперёд',
  pages: 'Страницы',
  page: 'страница',
  all: 'Выбрать все строки на странице',
  pick: 'Выбрать',
  find: 'Найти',
  remove: 'Убрать',
  show: 'Показать',
  hide: 'Скрыть',
  showPassword: 'Показать пароль',
  dayPlaceholder: 'дд.мм.гггг',
  openCalendar: 'Открыть календарь',
  chooseFile: 'Выбрать файл',
  nothingFound: 'Ничего не нашлось',
  sorted: { asc: 'по возрастанию', desc: 'по убыванию' },
  error: 'Ошибка',
  missing: 'Не\u00a0хватает',
  present: 'Уже есть',
  done: 'готово',
  months: ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  timelineState: 'Состояние и\u00a0факты',
  timelineRow: 'Строка, ответственные, документы',
  documentStates: { present: 'есть', missing: 'ещё нет', outdated: 'устарел' },
  qr: 'QR-код',
  asTable: 'Показать таблицей',
  before: 'до',
  after: 'после',
  notProven: 'не доказано: интервал с\u00a0нулём',
  difference: 'Разность и 95\u00a0% интервал',
  measure: 'Показатель',
  draftRestored: 'Черновик восстановлен',
  /** The title of an error summary. */
  checkFields: (count: number): string =>
    `Проверьте ${fieldsToCheck[count] ?? String(count)} ${formOf(count, ['поле', 'поля', 'полей'])}`,
  shown: (from: number, to: number, total: number): string =>
    total === 0 ? 'Ничего не\u00a0показано' : `Показаны ${from}–${to} из\u00a0${total}`,
  perPage: (count: number): string => `по\u00a0${count} на\u00a0странице`,
  pageOf: (page: number, pages: number): string => `страница ${page} из\u00a0${pages}`,
  selected: 'Выбрано',
  picture: 'Код или картинка документа',
  moreRows: (count: number): string => `… ещё ${count} ${formOf(count, ['строка', 'строки', 'строк'])}`,
  rowForms: ['строка', 'строки', 'строк'] as const,
} as const;
