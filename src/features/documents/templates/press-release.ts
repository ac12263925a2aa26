import { bodyText, paragraph, writeDocx } from '../../../platform/docx/write-docx.ts';
import type { StarterTemplate } from '../template.ts';
import { executorFields, firstSection, letterhead, letterheadFields, when } from './parts.ts';

const title = 'Пресс-релиз';

/** What an editor takes for the site: what was, when and where, who came; the story itself is written by hand. */
export const pressRelease: StarterTemplate = {
  kind: 'press-release',
  title,
  fields: [
    ...letterheadFields.filter(({ tag }) => tag !== 'номер'),
    { tag: 'заголовок', label: 'Заголовок', example: 'Наставники завода встретились со вторым курсом' },
    { tag: 'когда и где', label: 'Когда и где прошло', example: '14 октября 2026 г., 15:00, актовый зал' },
    { tag: 'участники', label: 'Кто пришёл', example: 'студенты — 48, педагоги — 6' },
    { tag: 'начало', label: 'О чём событие, одним абзацем', example: 'Специалисты рассказали, чем помогают новичкам.' },
    { tag: 'рассказ', label: 'Рассказ о событии', example: 'Первым выступил мастер сборочного цеха.' },
    { tag: 'цитата', label: 'Слова участника', example: '«Я помню свой первый день в цехе», — сказал мастер.' },
    ...executorFields,
  ],
  build: () =>
    writeDocx(title, [
      firstSection([
        ...letterhead(),
        paragraph('ПРЕСС-РЕЛИЗ', { align: 'center', bold: true, after: 6 }),
        paragraph('{город}, {дата}', { align: 'center', line: 1, after: 12 }),
        paragraph('{заголовок}', { align: 'center', bold: true, after: 12 }),
        bodyText('{когда и где}. Участники: {участники}.'),
        bodyText('{начало}'),
        bodyText('{рассказ}'),
        ...when('цитата', [bodyText('{цитата}')]),
      ]),
    ]),
};
