import {
  columns,
  paragraph,
  placeholder,
  rawParagraph,
  textWidth,
  writeDocx,
} from '../../../platform/docx/write-docx.ts';

/** Alt text of the picture that gives way to the code. */
export const qrTag = 'QR';

/** One landscape page: who, what, how many hours, the number and the code that checks it. */
export const certificateTemplate = (): Uint8Array =>
  writeDocx('Удостоверение', [
    {
      landscape: true,
      blocks: [
        paragraph('{колледж}', { align: 'center', size: 14, line: 1, after: 24 }),
        paragraph('УДОСТОВЕРЕНИЕ', { align: 'center', size: 30, bold: true, line: 1 }),
        paragraph('№ {номер}', { align: 'center', size: 16, line: 1, after: 24 }),
        paragraph('{ФИО}', { align: 'center', size: 24, bold: true, line: 1, after: 18 }),
        paragraph('Обучение по программе подготовки наставников', { align: 'center', size: 16, line: 1 }),
        paragraph('«{программа}»', { align: 'center', size: 18, bold: true, line: 1, before: 6, after: 6 }),
        paragraph('пройдено в объёме {часы}', { align: 'center', size: 16, line: 1, after: 30 }),
        columns([
          {
            width: textWidth.landscape - 44,
            blocks: [
              paragraph('{подписант.должность}  ____________________  {подписант.имя}', {
                align: 'left',
                line: 1,
                after: 12,
              }),
              paragraph('{дата}', { align: 'left', line: 1 }),
            ],
          },
          {
            width: 44,
            blocks: [
              rawParagraph(placeholder(`{${qrTag}}`, 32), { align: 'right', line: 1 }),
              paragraph('Проверка подлинности', { align: 'right', size: 10, line: 1 }),
            ],
          },
        ]),
      ],
    },
  ]);
