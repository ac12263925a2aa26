import { columns, paragraph, table, textWidth, writeDocx } from '../../../platform/docx/write-docx.ts';

const label = (name: string, tag: string): string =>
  paragraph([{ text: `${name}: `, bold: true }, tag], { align: 'left', line: 1, after: 4, size: 12 });

const sideLine = (name: string, tag: string): string =>
  columns([
    { width: textWidth.landscape * 0.22, blocks: [paragraph(name, { align: 'left', line: 1, size: 12 })] },
    {
      width: textWidth.landscape * 0.43,
      blocks: [paragraph(`{${tag}.согласие}`, { align: 'left', line: 1, size: 12 })],
    },
    {
      width: textWidth.landscape * 0.35,
      blocks: [paragraph(`{${tag}.подпись}`, { align: 'left', line: 1, size: 12 })],
    },
  ]);

const taskTable = (): string =>
  table(
    [
      { width: 10, head: '№', align: 'center' },
      { width: 62, head: 'Задача' },
      { width: 24, head: 'Срок', align: 'center' },
      { width: 57, head: 'Планируемый результат' },
      { width: 62, head: 'Фактический результат' },
      { width: 42, head: 'Оценка наставника' },
    ],
    [['{#задачи}{номер}', '{задача}', '{срок}', '{ожидается}', '{получилось}', '{оценка}{/задачи}']],
    11,
  );

/** The individual plan of a pair: both sides, what it rests on, the table of tasks, and both consents. */
export const planTemplate = (): Uint8Array =>
  writeDocx('Индивидуальный план', [
    {
      landscape: true,
      blocks: [
        paragraph('{колледж}', { align: 'center', size: 12, line: 1, after: 10 }),
        paragraph('ИНДИВИДУАЛЬНЫЙ ПЛАН', { align: 'center', bold: true, line: 1 }),
        paragraph('работы наставнической пары', { align: 'center', line: 1, after: 10 }),
        label('Форма наставничества', '{форма}'),
        label('Ролевая модель', '{вариант}'),
        label('Период', '{период}'),
        label('Наставник', '{наставник.ФИО}, {наставник.место}'),
        label('Наставляемый', '{наставляемый.ФИО}, {наставляемый.место}'),
        label('Версия плана', '{версия}'),
        paragraph('{#есть причина}'),
        label('Почему план поправлен', '{причина}'),
        paragraph('{/есть причина}'),
        label('Сильные стороны наставляемого', '{сильные стороны}'),
        label('Трудности', '{трудности}'),
        label('Цели', '{цели}'),
        label('Формы работы', '{формы работы}'),
        paragraph('', { size: 6, line: 1 }),
        taskTable(),
        paragraph('С планом согласны:', {
          align: 'left',
          bold: true,
          line: 1,
          before: 14,
          after: 6,
          size: 12,
          keepWithNext: true,
        }),
        sideLine('Наставник', 'наставник'),
        paragraph('', { size: 4, line: 1 }),
        sideLine('Наставляемый', 'наставляемый'),
        paragraph('Напечатано {напечатано}', { align: 'left', size: 10, line: 1, before: 10 }),
      ],
    },
  ]);
