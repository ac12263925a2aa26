import {
  bodyText,
  columns,
  type DocxSection,
  type Piece,
  paragraph,
  placeholder,
  rawParagraph,
  textWidth,
} from '../../../platform/docx/write-docx.ts';
import type { Field } from '../template.ts';

/** Alt text of the picture that gives way to the QR code of the paper. */
export const qrTag = 'QR';

export const letterheadFields: readonly Field[] = [
  { tag: 'учредитель', label: 'Учредитель', example: 'Министерство образования Заозёрной области' },
  {
    tag: 'колледж',
    label: 'Полное название колледжа',
    example: 'ГБПОУ «Заозёрский механико-технологический техникум»',
  },
  { tag: 'город', label: 'Место составления', example: 'г. Заозёрск' },
  { tag: 'дата', label: 'Дата документа', example: '12 октября 2026 г.' },
  { tag: 'номер', label: 'Номер документа', example: '138-од' },
];

export const signatureFields: readonly Field[] = [
  { tag: 'подписант.должность', label: 'Должность подписывающего', example: 'Директор' },
  { tag: 'подписант.ФИО', label: 'Кто подписывает', example: 'Корнилов Андрей Викторович' },
];

export const executorFields: readonly Field[] = [
  { tag: 'исполнитель.ФИО', label: 'Исполнитель', example: 'Ложкина Елена Сергеевна' },
  { tag: 'исполнитель.телефон', label: 'Телефон исполнителя', example: '8 (83300) 4-18-27' },
];

export const acquaintedFields: readonly Field[] = [
  {
    tag: 'ознакомить',
    label: 'Кого знакомят под подпись',
    rows: [{ tag: 'ФИО', label: 'Фамилия, имя, отчество', example: 'Ложкина Елена Сергеевна' }],
  },
];

const width = textWidth.portrait;

/** Blocks that are printed once when the field holds something. */
export const when = (tag: string, blocks: readonly string[]): string[] => [
  paragraph(`{#есть ${tag}}`),
  ...blocks,
  paragraph(`{/есть ${tag}}`),
];

/** Blocks that are printed for each row of a list. */
export const each = (tag: string, blocks: readonly string[]): string[] => [
  paragraph(`{#${tag}}`),
  ...blocks,
  paragraph(`{/${tag}}`),
];

/** Founder and college, centred on top. */
export const letterhead = (): string[] => [
  ...when('учредитель', [paragraph('{учредитель}', { align: 'center', line: 1 })]),
  paragraph('{колледж}', { align: 'center', bold: true, line: 1, after: 12 }),
];

/** Kind of the paper, then date, place and number in one line. */
export const heading = (kind: string): string[] => [
  paragraph(kind, { align: 'center', bold: true, after: 12 }),
  columns([
    { width: width * 0.36, blocks: [paragraph('{дата}', { align: 'left', line: 1 })] },
    { width: width * 0.32, blocks: [paragraph('{город}', { align: 'center', line: 1 })] },
    { width: width * 0.32, blocks: [paragraph('№ {номер}', { align: 'right', line: 1 })] },
  ]),
];

/** «О …»: from the left margin, not wider than half of the line. */
export const about = (text: string): string =>
  paragraph(text, { align: 'left', right: width * 0.42, before: 12, after: 12, line: 1 });

/** ПРИКАЗЫВАЮ, СЛУШАЛИ and the like start at the left margin. */
export const wordFromMargin = (word: string, rest: Piece = ''): string =>
  paragraph([word, rest], { align: 'left', before: 8, after: 8, keepWithNext: true });

/** A numbered item of an order. */
export const item = (text: Piece | readonly Piece[]): string => bodyText(text, { list: 1 });

const signatureLine = (post: string, name: string): string =>
  columns([
    { width: width * 0.42, blocks: [paragraph(post, { align: 'left', line: 1 })] },
    { width: width * 0.26, blocks: [paragraph('_________________', { align: 'center', line: 1 })] },
    { width: width * 0.32, blocks: [paragraph(name, { align: 'right', line: 1 })] },
  ]);

const space = (points: number): string => paragraph('', { size: 2, line: 1, before: points, keepWithNext: true });

export const signature = (post = '{подписант.должность}', name = '{подписант.ФИО|инициалы}'): string[] => [
  space(24),
  signatureLine(post, name),
];

/** Who has been made acquainted; printed only when there is somebody to acquaint. */
export const acquainted = (): string[] => [
  ...when('ознакомить', [
    paragraph('С приказом ознакомлены:', { align: 'left', before: 18, after: 6, keepWithNext: true }),
  ]),
  ...each('ознакомить', [
    signatureLine('«___» ____________ 20___ г.', '{ФИО|инициалы}'),
    paragraph('', { size: 4, line: 1 }),
  ]),
];

/** Foot of the first page: who made the paper, and its QR code in the right corner. */
const foot = (): string[] => [
  columns([
    {
      width: width - 24,
      blocks: [
        paragraph('{исполнитель.ФИО}', { align: 'left', size: 10, line: 1 }),
        paragraph('{исполнитель.телефон}', { align: 'left', size: 10, line: 1 }),
      ],
    },
    { width: 24, blocks: [rawParagraph(placeholder(`{${qrTag}}`, 22), { align: 'right', line: 1 })] },
  ]),
  paragraph('', { size: 2, line: 1 }),
];

/** An annex starts a new page and says in the right upper corner what it belongs to. */
export const annexHead = (title: Piece, to = 'к приказу', landscape = false, newPage = true): string[] => {
  const left = (landscape ? textWidth.landscape : width) * 0.48;
  return [
    paragraph('Приложение', { align: 'left', left, newPage, size: 12, line: 1 }),
    paragraph(`${to} от {дата} № {номер}`, { align: 'left', left, size: 12, line: 1 }),
    paragraph(title, { align: 'center', bold: true, before: 14, after: 8, keepWithNext: true }),
  ];
};

/** A section in portrait with the executor and the QR code at the foot of its first page. */
export const firstSection = (blocks: readonly string[]): DocxSection => ({ blocks, firstFooter: foot() });
