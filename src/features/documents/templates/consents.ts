import { bodyText, paragraph, writeDocx } from '../../../platform/docx/write-docx.ts';
import type { DocumentKind } from '../document.ts';
import type { Field, StarterTemplate } from '../template.ts';
import { each, executorFields, firstSection, signature, when } from './parts.ts';

/*
 * A consent to the processing of personal data is a paper of its own (152-FZ, art. 9, since 1 September 2025): nothing else may stand in it, and its
 * version is printed so that the text can be proved later.
 */

const operatorFields: readonly Field[] = [
  {
    tag: 'оператор',
    label: 'Колледж — оператор данных',
    example: 'ГБПОУ «Заозёрский механико-технологический техникум»',
  },
  { tag: 'оператор ИНН', label: 'ИНН колледжа', example: '4300000000' },
  { tag: 'оператор адрес', label: 'Адрес колледжа', example: '610000, г. Заозёрск, ул. Заводская, д. 7' },
  { tag: 'цель', label: 'Цель обработки', example: 'участие в программе наставничества' },
  {
    tag: 'данные',
    label: 'Перечень персональных данных',
    rows: [{ tag: 'текст', label: 'Вид данных', example: 'фамилия, имя, отчество' }],
  },
  { tag: 'обработчик', label: 'Кому поручена обработка (если поручена)', example: '' },
  { tag: 'срок', label: 'До какого дня действует', example: '30 июня 2027 г.' },
  {
    tag: 'отзыв',
    label: 'Куда подать отзыв',
    example: 'письменно по адресу колледжа или по электронной почте priem@zmt.example',
  },
  { tag: 'версия', label: 'Версия текста согласия', example: '2 от 1 сентября 2026 г.' },
];

const personFields: readonly Field[] = [
  { tag: 'участник.ФИО', label: 'Участник программы', example: 'Агалаков Данил Романович' },
  { tag: 'участник.рождение', label: 'День рождения участника', example: '14 марта 2010 г.' },
  { tag: 'участник.группа', label: 'Группа или должность участника', example: 'гр. ЭМ-11' },
  { tag: 'участник.адрес', label: 'Адрес участника', example: 'г. Заозёрск, ул. Садовая, д. 3, кв. 15' },
  {
    tag: 'участник.документ',
    label: 'Документ участника',
    example: 'паспорт 00 00 № 000000, выдан 20.03.2024 отделом УМВД',
  },
];

const representativeFields: readonly Field[] = [
  { tag: 'представитель.ФИО', label: 'Законный представитель', example: 'Агалакова Ирина Павловна' },
  { tag: 'представитель.адрес', label: 'Адрес представителя', example: 'г. Заозёрск, ул. Садовая, д. 3, кв. 15' },
  {
    tag: 'представитель.документ',
    label: 'Документ представителя',
    example: 'паспорт 00 00 № 000000, выдан 11.02.2015 отделом УМВД',
  },
  {
    tag: 'представитель.полномочия',
    label: 'Чем подтверждены полномочия',
    example: 'свидетельство о рождении 0-ИР № 000000',
  },
];

const small = { size: 12, line: 1, after: 4 } as const;
const say = (text: string): string => bodyText(text, small);

const adult =
  'Я, {участник.ФИО} (дата рождения: {участник.рождение}; {участник.группа}), проживаю по адресу: {участник.адрес}; документ, ' +
  'удостоверяющий личность: {участник.документ},';
const representative =
  'Я, {представитель.ФИО}, проживаю по адресу: {представитель.адрес}; документ, удостоверяющий личность: {представитель.документ}; ' +
  'полномочия подтверждает: {представитель.полномочия},';
const onBehalf =
  'действуя в интересах {участник.ФИО|род} (дата рождения: {участник.рождение}; {участник.группа}; адрес: {участник.адрес}; документ: ' +
  '{участник.документ}),';

const agreement = (whose: string): string[] => [
  say(
    'свободно, своей волей и в своём интересе даю {оператор} (ИНН {оператор ИНН}, адрес: {оператор адрес}) согласие на обработку ' +
      `${whose} персональных данных.`,
  ),
  paragraph([{ text: 'Цель: ', bold: true }, '{цель}.'], { ...small, align: 'justify', indent: 12.5 }),
  paragraph([{ text: 'Персональные данные:', bold: true }], {
    ...small,
    align: 'left',
    indent: 12.5,
    keepWithNext: true,
  }),
  ...each('данные', [paragraph('— {текст}', { ...small, after: 0, align: 'left', left: 12.5 })]),
  say(
    'Разрешаю сбор, запись, систематизацию, накопление, хранение, уточнение, извлечение, использование, передачу внутри колледжа, ' +
      'блокирование, удаление и уничтожение этих данных с использованием средств автоматизации и без них. Распространение данных ' +
      'неопределённому кругу лиц этим согласием не разрешается.',
  ),
  ...when('обработчик', [say('Обработка поручается: {обработчик}.')]),
  say('Согласие действует до {срок}; его можно отозвать в любое время: {отзыв}.'),
];

const signatures = (post: string, name: string): string[] => [
  ...signature(post, name),
  paragraph('«___» ____________ 20___ г.', { align: 'left', size: 12, before: 4, line: 1 }),
];

function consent(
  kind: DocumentKind,
  title: string,
  fields: readonly Field[],
  body: readonly string[],
): StarterTemplate {
  return {
    kind,
    title,
    fields,
    build: () =>
      writeDocx(title, [
        firstSection([
          paragraph('СОГЛАСИЕ', { align: 'center', bold: true, line: 1 }),
          paragraph('на обработку персональных данных', { align: 'center', bold: true, line: 1, after: 12 }),
          ...body,
          paragraph('Версия текста: {версия}', { align: 'left', size: 10, before: 12, line: 1 }),
        ]),
      ]),
  };
}

/** Signed by the participant alone: of full age. */
export const consentAdult = consent(
  'consent-adult',
  'Согласие на обработку персональных данных (с 18 лет)',
  [...personFields, ...operatorFields, ...executorFields],
  [say(adult), ...agreement('моих'), ...signatures('Участник', '{участник.ФИО|инициалы}')],
);

/** Signed by the student of 14 to 17 and by the representative. */
export const consentMinor = consent(
  'consent-minor',
  'Согласие на обработку персональных данных (14–17 лет)',
  [...personFields, ...representativeFields, ...operatorFields, ...executorFields],
  [
    say(adult),
    say(
      'с согласия законного представителя ({представитель.ФИО}; адрес: {представитель.адрес}; документ: {представитель.документ}; ' +
        'полномочия подтверждает: {представитель.полномочия}),',
    ),
    ...agreement('моих'),
    ...signatures('Участник', '{участник.ФИО|инициалы}'),
    ...signatures('Законный представитель (согласен)', '{представитель.ФИО|инициалы}'),
  ],
);

/** Signed by the representative on behalf of the participant. */
export const consentRepresentative = consent(
  'consent-representative',
  'Согласие законного представителя на обработку персональных данных',
  [...personFields, ...representativeFields, ...operatorFields, ...executorFields],
  [
    say(representative),
    say(onBehalf),
    ...agreement('его (её)'),
    ...signatures('Законный представитель', '{представитель.ФИО|инициалы}'),
  ],
);
