import { bodyText, paragraph, writeDocx } from '../../../platform/docx/write-docx.ts';
import type { StarterTemplate } from '../template.ts';
import {
  about,
  each,
  executorFields,
  firstSection,
  heading,
  letterhead,
  letterheadFields,
  signature,
  when,
  wordFromMargin,
} from './parts.ts';

const title = 'Протокол заседания рабочей группы';

/** Minutes: who was there, what was on the agenda, and for each question who was heard, who spoke, what was decided. */
export const minutes: StarterTemplate = {
  kind: 'minutes',
  title,
  fields: [
    ...letterheadFields,
    {
      tag: 'собрание',
      label: 'Чего протокол (родительный падеж)',
      example: 'заседания рабочей группы по наставничеству',
    },
    { tag: 'председатель.ФИО', label: 'Председатель', example: 'Шабалина Наталья Ивановна' },
    { tag: 'секретарь.ФИО', label: 'Секретарь', example: 'Ложкина Елена Сергеевна' },
    {
      tag: 'присутствовали',
      label: 'Кто присутствовал',
      rows: [
        { tag: 'ФИО', label: 'Участник', example: 'Зыкова Марина Юрьевна' },
        { tag: 'должность', label: 'Его должность', example: 'педагог-психолог' },
      ],
    },
    {
      tag: 'приглашены',
      label: 'Кто приглашён',
      rows: [
        { tag: 'ФИО', label: 'Приглашённый', example: 'Окунев Павел Сергеевич' },
        { tag: 'должность', label: 'Его должность', example: 'мастер участка АО «Заозёрский завод»' },
      ],
    },
    {
      tag: 'вопросы',
      label: 'Вопросы повестки',
      rows: [
        { tag: 'тема', label: 'Вопрос', example: 'О составе наставнических пар и групп' },
        { tag: 'докладчик.ФИО', label: 'Докладчик', example: 'Ложкина Елена Сергеевна' },
        { tag: 'доклад', label: 'О чём доложено', example: 'представила предложение по составу пар и групп' },
        {
          tag: 'выступления',
          label: 'Выступления',
          rows: [
            { tag: 'ФИО', label: 'Кто выступил', example: 'Зыкова Марина Юрьевна' },
            { tag: 'суть', label: 'Что сказано', example: 'предложила начать с пробных встреч' },
          ],
        },
        {
          tag: 'решения',
          label: 'Решения',
          rows: [{ tag: 'текст', label: 'Решение', example: 'Согласовать состав пар и групп.' }],
        },
        { tag: 'голоса', label: 'Голосование', example: 'за — 7, против — нет, воздержались — нет' },
      ],
    },
    ...executorFields,
  ],
  build: () =>
    writeDocx(title, [
      firstSection([
        ...letterhead(),
        ...heading('ПРОТОКОЛ'),
        about('{собрание}'),
        paragraph('Председатель — {председатель.ФИО|фамилия}', { align: 'left' }),
        paragraph('Секретарь — {секретарь.ФИО|фамилия}', { align: 'left' }),
        paragraph('ПРИСУТСТВОВАЛИ:', { align: 'left', before: 8, keepWithNext: true }),
        ...each('присутствовали', [paragraph('{ФИО|фамилия} — {должность}', { align: 'left', left: 12.5 })]),
        ...when('приглашены', [paragraph('ПРИГЛАШЕНЫ:', { align: 'left', before: 8, keepWithNext: true })]),
        ...each('приглашены', [paragraph('{ФИО|фамилия} — {должность}', { align: 'left', left: 12.5 })]),
        wordFromMargin('ПОВЕСТКА ДНЯ:'),
        ...each('вопросы', [bodyText('{тема}.', { list: 1 })]),
        ...each('вопросы', [
          wordFromMargin('{№}. СЛУШАЛИ:'),
          bodyText('{докладчик.ФИО|фамилия} — {доклад}.'),
          ...when('выступления', [wordFromMargin('ВЫСТУПИЛИ:')]),
          ...each('выступления', [bodyText('{ФИО|фамилия} — {суть}.')]),
          wordFromMargin('ПОСТАНОВИЛИ:'),
          ...each('решения', [bodyText('{№}. {текст}')]),
          ...when('голоса', [paragraph('Голосовали: {голоса}.', { align: 'left', before: 4 })]),
        ]),
        ...signature('Председатель', '{председатель.ФИО|инициалы}'),
        ...signature('Секретарь', '{секретарь.ФИО|инициалы}'),
      ]),
    ]),
};
