import { bodyText, paragraph, table, writeDocx } from '../../../platform/docx/write-docx.ts';
import type { StarterTemplate } from '../template.ts';
import {
  about,
  acquainted,
  acquaintedFields,
  annexHead,
  executorFields,
  firstSection,
  heading,
  item,
  letterhead,
  letterheadFields,
  signature,
  signatureFields,
  wordFromMargin,
} from './parts.ts';

const title = 'Приказ об утверждении дорожной карты';

const annex = table(
  [
    { width: 14, head: '№', align: 'center' },
    { width: 47, head: 'Мероприятие' },
    { width: 76, head: 'Содержание' },
    { width: 32, head: 'Срок' },
    { width: 44, head: 'Ответственные' },
    { width: 44, head: 'Результат, документ' },
  ],
  [
    { across: '{#этапы}{номер}. {название}' },
    ['{#строки}{номер}', '{мероприятие}', '{содержание}', '{срок}', '{ответственные}', '{документ}{/строки}{/этапы}'],
  ],
  11,
);

/** The order that puts the roadmap in force; the roadmap itself is its annex, on landscape pages. */
export const roadmapOrder: StarterTemplate = {
  kind: 'roadmap-order',
  title,
  fields: [
    ...letterheadFields,
    { tag: 'учебный год', label: 'Учебный год', example: '2026/27' },
    { tag: 'протокол', label: 'Протокол рабочей группы', example: 'от 28 августа 2026 г. № 1' },
    { tag: 'куратор.ФИО', label: 'Куратор', example: 'Ложкина Елена Сергеевна' },
    { tag: 'куратор.должность', label: 'Должность куратора', example: 'педагог-организатор' },
    { tag: 'контроль.ФИО', label: 'Кто контролирует исполнение', example: 'Шабалина Наталья Ивановна' },
    { tag: 'контроль.должность', label: 'Должность контролирующего', example: 'заместитель директора по УВР' },
    ...signatureFields,
    ...executorFields,
    ...acquaintedFields,
    {
      tag: 'этапы',
      label: 'Этапы дорожной карты',
      rows: [
        { tag: 'номер', label: 'Номер этапа', example: '1' },
        { tag: 'название', label: 'Название этапа', example: 'Подготовка условий для запуска программы' },
        {
          tag: 'строки',
          label: 'Мероприятия этапа',
          rows: [
            { tag: 'номер', label: 'Номер', example: '1.1' },
            { tag: 'мероприятие', label: 'Мероприятие', example: 'Создание рабочей группы' },
            { tag: 'содержание', label: 'Содержание', example: 'Определить состав группы и кураторов по формам' },
            { tag: 'срок', label: 'Срок', example: 'до 5 сентября' },
            { tag: 'ответственные', label: 'Ответственные', example: 'Заместитель директора по УВР' },
            { tag: 'документ', label: 'Результат', example: 'Приказ' },
          ],
        },
      ],
    },
  ],
  build: () =>
    writeDocx(title, [
      firstSection([
        ...letterhead(),
        ...heading('ПРИКАЗ'),
        about('Об утверждении дорожной карты наставничества на {учебный год} учебный год'),
        bodyText(
          'В целях реализации целевой модели наставничества, утверждённой распоряжением Минпросвещения России от 25.12.2019 № Р-145, ' +
            'на основании решения рабочей группы (протокол {протокол})',
        ),
        wordFromMargin('ПРИКАЗЫВАЮ:'),
        item(
          'Утвердить дорожную карту наставничества на {учебный год} учебный год согласно приложению к настоящему приказу.',
        ),
        item('Ответственным, указанным в дорожной карте, обеспечить исполнение её мероприятий в установленные сроки.'),
        item('Поручить {куратор.ФИО|дат}, {куратор.должность|дат}, вести учёт исполнения дорожной карты.'),
        item('Контроль за исполнением приказа возложить на {контроль.ФИО|вин}, {контроль.должность|вин}.'),
        ...signature(),
        ...acquainted(),
      ]),
      {
        landscape: true,
        blocks: [
          ...annexHead('Дорожная карта наставничества на {учебный год} учебный год', 'к приказу', true, false),
          annex,
          paragraph('', { size: 2, line: 1 }),
        ],
      },
    ]),
};
