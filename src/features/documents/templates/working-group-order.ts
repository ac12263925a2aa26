import { bodyText, paragraph, table, writeDocx } from '../../../platform/docx/write-docx.ts';
import type { StarterTemplate } from '../template.ts';
import {
  about,
  acquainted,
  acquaintedFields,
  annexHead,
  each,
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

const title = 'Приказ о рабочей группе и кураторах наставничества';

const annex = table(
  [
    { width: 12, head: '№', align: 'center' },
    { width: 66, head: 'Фамилия, имя, отчество' },
    { width: 58, head: 'Должность' },
    { width: 34, head: 'Роль в группе' },
  ],
  [['{#рабочая группа}{№}', '{ФИО}', '{должность}', '{роль}{/рабочая группа}']],
);

/** The order that starts the programme in a college: the working group, and a curator for each form. */
export const workingGroupOrder: StarterTemplate = {
  kind: 'working-group-order',
  title,
  fields: [
    ...letterheadFields,
    { tag: 'учебный год', label: 'Учебный год', example: '2026/27' },
    {
      tag: 'кураторы',
      label: 'Кураторы по формам наставничества',
      rows: [
        { tag: 'ФИО', label: 'Куратор', example: 'Ложкина Елена Сергеевна' },
        { tag: 'должность', label: 'Должность куратора', example: 'педагог-организатор' },
        { tag: 'форма', label: 'Форма наставничества', example: 'студент\u00a0— студент' },
      ],
    },
    { tag: 'срок карты', label: 'До какого дня подготовить дорожную карту', example: '15 сентября 2026 г.' },
    { tag: 'ответственный за сайт.ФИО', label: 'Ответственный за сайт', example: 'Дьяконов Олег Павлович' },
    { tag: 'ответственный за сайт.должность', label: 'Должность ответственного за сайт', example: 'методист' },
    { tag: 'контроль.ФИО', label: 'Кто контролирует исполнение', example: 'Шабалина Наталья Ивановна' },
    { tag: 'контроль.должность', label: 'Должность контролирующего', example: 'заместитель директора по УВР' },
    ...signatureFields,
    ...executorFields,
    ...acquaintedFields,
    {
      tag: 'рабочая группа',
      label: 'Состав рабочей группы',
      rows: [
        { tag: 'ФИО', label: 'Член группы', example: 'Зыкова Марина Юрьевна' },
        { tag: 'должность', label: 'Должность', example: 'педагог-психолог' },
        { tag: 'роль', label: 'Роль в группе', example: 'член группы' },
      ],
    },
  ],
  build: () =>
    writeDocx(title, [
      firstSection([
        ...letterhead(),
        ...heading('ПРИКАЗ'),
        about('О рабочей группе и кураторах наставничества на {учебный год} учебный год'),
        bodyText(
          'В целях внедрения целевой модели наставничества, утверждённой распоряжением Минпросвещения России от 25.12.2019 № Р-145,',
        ),
        wordFromMargin('ПРИКАЗЫВАЮ:'),
        item('Создать рабочую группу по наставничеству в составе согласно приложению к настоящему приказу.'),
        ...each('кураторы', [item('Назначить {ФИО|вин}, {должность|вин}, куратором по форме «{форма}».')]),
        item(
          'Рабочей группе до {срок карты} подготовить дорожную карту наставничества и представить её на утверждение.',
        ),
        item(
          'Поручить {ответственный за сайт.ФИО|дат}, {ответственный за сайт.должность|дат}, размещать сведения о наставничестве на сайте.',
        ),
        item('Контроль за исполнением приказа возложить на {контроль.ФИО|вин}, {контроль.должность|вин}.'),
        ...signature(),
        ...acquainted(),
        ...annexHead('Состав рабочей группы по наставничеству'),
        annex,
        paragraph('', { size: 2, line: 1 }),
      ]),
    ]),
};
