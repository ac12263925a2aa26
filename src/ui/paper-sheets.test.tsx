import { expect, test } from 'vitest';
import type { Block, Paper, Paragraph, TextRun } from '../platform/docx/paper.ts';
import { PaperSheets } from './paper-sheets.tsx';

const text = (words: string, mark: TextRun['mark'] = null, tag: string | null = null): TextRun => ({
  kind: 'text',
  text: words,
  size: 14,
  bold: false,
  italic: false,
  underline: false,
  mark,
  tag,
});

const paragraph = (run: TextRun, newPage = false): Paragraph => ({
  kind: 'paragraph',
  align: 'left',
  indent: 0,
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  line: 1,
  keepWithNext: false,
  newPage,
  size: 14,
  runs: [run],
});

const paper = (blocks: readonly Block[]): Paper => ({
  sections: [
    {
      page: { width: 210, height: 297, top: 20, right: 10, bottom: 20, left: 30, header: 10, footer: 10 },
      numbers: 'none',
      firstFooter: [],
      footer: [],
      blocks,
    },
  ],
});

const shown = async (blocks: readonly Block[], props: { settled?: boolean; rows?: number; whole?: string } = {}) =>
  String(await (<PaperSheets paper={paper(blocks)} blank={(tag) => `впишите: ${tag}`} {...props} />).toString());

test('a blank says what belongs there, a declined name is tinted until the words are settled', async () => {
  const blocks = [paragraph(text('____', 'blank', 'дата')), paragraph(text('Иванову Марию', 'declined'))];

  expect(await shown(blocks)).toContain('<mark class="paper-blank">впишите: дата</mark>');
  expect(await shown(blocks)).toContain('<mark class="paper-name">Иванову Марию</mark>');
  expect(await shown(blocks, { settled: true })).not.toContain('paper-name');
});

test('a new page is a new sheet, and words of the paper are words, never markup', async () => {
  const html = await shown([paragraph(text('раз')), paragraph(text('<b>два</b>'), true)]);

  expect(html.match(/<article/g)).toHaveLength(2);
  expect(html).toContain('&lt;b&gt;два&lt;/b&gt;');
});

test('a long table shows its first rows and how many more there are', async () => {
  const cell = (words: string) => ({ columns: 1, rows: 1, vertical: 'top' as const, blocks: [paragraph(text(words))] });
  const row = (words: string) => ({ keepWhole: true, cells: [cell(words)] });
  const rows = [row('№'), ...Array.from({ length: 23 }, (_, at) => row(`строка ${at + 1}`))];
  const table: Block = { kind: 'table', widths: [100], ruled: true, padding: 1, headRows: 1, rows };

  const html = await shown([table], { rows: 2, whole: '/documents/1?whole=yes' });

  expect(html).toContain('<th scope="col">');
  expect(html).toContain('строка 2');
  expect(html).not.toContain('строка 3');
  expect(html).toContain('<a href="/documents/1?whole=yes">… ещё 21 строка</a>');
});
