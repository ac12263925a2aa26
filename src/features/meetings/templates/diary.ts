import { bodyText, columns, paragraph, table, textWidth, writeDocx } from '../../../platform/docx/write-docx.ts';

const cell = (text: string): string => paragraph(text, { align: 'left', size: 10, line: 1 });
const width = textWidth.landscape;

const line = (label: string, tag: string): string =>
  paragraph([{ text: `${label}: `, bold: true }, `{${tag}}`], { align: 'left', line: 1, after: 3 });

const signature = (who: string, tag: string): string =>
  columns([
    { width: width * 0.3, blocks: [paragraph(who, { align: 'left', line: 1 })] },
    { width: width * 0.3, blocks: [paragraph('____________________', { align: 'center', line: 1 })] },
    { width: width * 0.4, blocks: [paragraph(`{${tag}}`, { align: 'left', line: 1 })] },
  ]);

/** A line a meeting: day, length, kind, topic, content, result, task, signatures. */
const journal = table(
  [
    { width: 9, head: '№', align: 'center' },
    { width: 21, head: 'Дата, длительность' },
    { width: 28, head: 'Вид встречи' },
    { width: 36, head: 'Тема' },
    { width: 56, head: 'Содержание' },
    { width: 40, head: 'Результат' },
    { width: 40, head: 'Задание' },
    { width: 27, head: 'Подписи' },
  ],
  [
    [
      '{#встречи}{№}',
      [cell('{день}'), cell('{длительность}')],
      [cell('{вид}'), cell('{отметка}')],
      [cell('{тема}')],
      [cell('{содержание}')],
      [cell('{результат}')],
      [cell('{задание}')],
      [cell('{подпись}{/встречи}')],
    ],
  ],
  10,
);

/** The diary of a mentor: the pair, then every meeting of it. */
export const diaryTemplate = (): Uint8Array =>
  writeDocx('Дневник наставника', [
    {
      landscape: true,
      blocks: [
        paragraph('{колледж}', { align: 'center', bold: true, line: 1, after: 10 }),
        paragraph('ДНЕВНИК НАСТАВНИКА', { align: 'center', bold: true, size: 16, line: 1 }),
        paragraph('(журнал встреч)', { align: 'center', line: 1, after: 12 }),
        line('Наставник', 'наставник'),
        line('Наставляемый', 'наставляемый'),
        line('Форма наставничества', 'форма'),
        line('Срок работы пары', 'период'),
        line('Встреч', 'итог'),
        paragraph('', { size: 4, line: 1 }),
        journal,
        bodyText('Составлено {дата} по записям обеих сторон.', { before: 10, after: 14 }),
        signature('Наставник', 'подпись наставника'),
        signature('Наставляемый', 'подпись наставляемого'),
        signature('Куратор', 'подпись куратора'),
      ],
    },
  ]);
