import type { Category, Signatory } from './consent.ts';

/** Names of the tags that a text of consent may hold, and how long a line is left where nothing is known. */
export const textTags = {
  person: 'ФИО',
  born: 'дата рождения',
  place: 'группа',
  representative: 'представитель',
  college: 'колледж',
  address: 'адрес колледжа',
  requisites: 'реквизиты колледжа',
  pages: 'страницы',
  recipient: 'получатель',
  till: 'срок',
  categories: 'данные на выбор',
} as const;

/** Parts of a text that are printed only for one way of signing: «{#сам}…{/сам}». */
export const signatoryTags: Readonly<Record<Signatory, string>> = {
  self: 'сам',
  both: 'вместе',
  representative: 'за него',
};

export const blankLine = '______________________________';

export const categoryNames: Readonly<Record<Category, string>> = {
  name: 'фамилия и имя',
  patronymic: 'отчество',
  group: 'группа, специальность или должность',
  achievements: 'достижения',
  story: 'рассказ о работе в паре',
  review: 'отзыв',
  contacts: 'почта для связи',
};

/** Words around the text on a printed form. */
export const formWords = {
  page: 'Лист',
  keep: 'Не закрывайте и не сгибайте код: по нему бумага сама попадёт в дело.',
  formFor: 'Чьё согласие',
  unknownPlace: 'без группы',
  edition: 'редакция',
} as const;

export const tagHints: readonly string[] = [
  'Метки в фигурных скобках система заменит: {ФИО}, {дата рождения}, {группа}, {представитель}, {колледж}, {адрес колледжа}, {реквизиты колледжа}, {страницы}, {получатель}, {срок}, {данные на выбор}.',
  'Части {#сам}…{/сам}, {#вместе}…{/вместе} и {#за него}…{/за него} печатаются только тем, кто подписывает сам, вместе с представителем или за кого подписывает представитель.',
  'Чего система не знает, то печатается пустой строкой.',
];
