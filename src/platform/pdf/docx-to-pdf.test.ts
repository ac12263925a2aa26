import { describe, expect, test } from 'vitest';
import { Failure } from '../../kernel/failure.ts';
import { readPaper } from '../docx/read-paper.ts';
import { bodyText, paragraph, table, writeDocx } from '../docx/write-docx.ts';
import { docxToPdf } from './docx-to-pdf.ts';
import { findLibreOffice, libreOfficePdf } from './libreoffice.ts';
import { paperToTypst } from './paper-to-typst.ts';
import { renderDocxAside } from './render-docx-aside.ts';
import { workAside } from './work-aside.ts';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const pages = (pdf: Uint8Array): number =>
  Number(
    /\/Type\s*\/Pages[^>]*\/Count (\d+)|\/Count (\d+)[^>]*\/Type\s*\/Pages/.exec(latin(pdf))?.slice(1).find(Boolean),
  );

const order = (rows: number): Uint8Array =>
  writeDocx('Приказ', [
    {
      blocks: [
        paragraph('ПРИКАЗ', { align: 'center', bold: true }),
        bodyText('Назначить куратором {кто|вин}.', { list: 1 }),
        paragraph('Приложение', { newPage: true }),
        table(
          [
            { width: 20, head: '№' },
            { width: 100, head: 'Имя' },
          ],
          Array.from({ length: rows }, (_, at) => [String(at + 1), 'Достопримечательностенаблюдателевская Анна']),
        ),
      ],
      firstFooter: [paragraph('Исполнитель', { size: 10 })],
    },
  ]);

describe('a PDF made with nothing but Node', () => {
  test('has the pages of the paper, in our own type, embedded', async () => {
    const pdf = await docxToPdf(order(200), { engine: 'typst', title: 'Приказ' });

    expect(latin(pdf).slice(0, 5)).toBe('%PDF-');
    expect(latin(pdf)).toContain('Tinos');
    expect(pages(pdf)).toBeGreaterThan(3);
  });

  test('is made in the same way again, and several at a time', async () => {
    const made = await Promise.all([1, 2, 3].map(() => docxToPdf(order(3), { engine: 'typst' })));

    expect(made.map(pages)).toEqual([2, 2, 2]);
  });

  test('of something that is no paper fails without a word about the contents, and the next one is made', async () => {
    await expect(docxToPdf(new Uint8Array([1, 2, 3]), { engine: 'typst' })).rejects.toThrow(Failure);
    await expect(docxToPdf(order(1), { engine: 'typst' })).resolves.toBeInstanceOf(Uint8Array);
  });

  test('shows text that looks like markup as text', async () => {
    const nasty = 'a #panic("x") $x$ *b* _c_ \\ "q" @ref <label> // no `code` = Head ~ #{ 1 + 1 }';

    await expect(
      docxToPdf(writeDocx('"#', [{ blocks: [paragraph(nasty)] }]), { engine: 'typst', title: '"#\\' }),
    ).resolves.toBeTruthy();
  });
});

describe('the source of a page', () => {
  const source = (docx: Uint8Array): string => paperToTypst(readPaper(docx)).source;

  test('has the margins of the paper and numbers pages from the second on', () => {
    const text = source(order(1));

    expect(text).toMatch(/margin: \(top: 20\.0\d\dmm, right: 10\.0\d\dmm, bottom: 20\.0\d\dmm, left: 30\.0\d\dmm\)/);
    expect(text).toContain('here().page() != locate(<section-0>).page()');
  });

  test('repeats the head of a table and keeps rows whole', () => {
    const text = source(order(2));

    expect(text).toContain('table.header(repeat: true');
    expect(text).toContain('breakable: false');
  });

  test('hyphenates only a word that is wider than its cell', () => {
    const narrow = [{ width: 30, head: 'а' }];
    const text = source(
      writeDocx('t', [{ blocks: [table(narrow, [['Анна Достопримечательностенаблюдателевская']])] }]),
    );

    expect(text).toContain('hyphenate: true, "Достопримечательностенаблюдателевская"');
    expect(text).not.toContain('hyphenate: true, "Анна');
  });
});

describe('work aside', () => {
  test('fills in a template and declines its names', async () => {
    const filled = await renderDocxAside(order(1), { data: { кто: 'Ложкина Елена Сергеевна' } });

    const [section] = readPaper(filled).sections;
    const words = section?.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
      .map((run) => (run.kind === 'text' ? run.text : ''));
    expect(words).toContain('Ложкину Елену Сергеевну');
  });

  test('lets the server go on: timers fire while a long paper is made', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);

    await workAside({ kind: 'pdf', docx: order(400), title: '' });
    clearInterval(timer);

    expect(ticks).toBeGreaterThan(3);
  });
});

const office = await findLibreOffice();

describe.skipIf(!office)('LibreOffice, where it is installed', () => {
  test('makes as many pages as our own setter', async () => {
    const theirs = await docxToPdf(order(150));
    const ours = await docxToPdf(order(150), { engine: 'typst' });

    expect(latin(theirs)).not.toContain('Typst');
    expect(latin(ours)).toContain('Typst');
    expect(pages(ours)).toBe(pages(theirs));
  });

  test('that cannot be started is told as a failure', async () => {
    await expect(libreOfficePdf('/no/such/office', order(1))).rejects.toThrow(Failure);
  });
});
