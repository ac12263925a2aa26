import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filterLabels, filters, nameForms } from '../../../kernel/russian/wording.ts';
import { inspectTemplate } from '../../../platform/docx/inspect-template.ts';
import type { Block, Paragraph, Table } from '../../../platform/docx/paper.ts';
import { readPaper } from '../../../platform/docx/read-paper.ts';
import { renderDocx } from '../../../platform/docx/render-docx.ts';
import { descendants, parseXml } from '../../../platform/docx/xml.ts';
import { documentKinds } from '../document.ts';
import { exampleData } from '../template.ts';
import { starterTemplates } from './starters.ts';

const part = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());
const blocksOf = (docx: Uint8Array): Block[] => readPaper(docx).sections.flatMap(({ blocks }) => [...blocks]);
const wordsOf = ({ runs }: Paragraph): string => runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
const paragraphsIn = (blocks: readonly Block[]): Paragraph[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks))),
  );
const textOf = (docx: Uint8Array): string =>
  paragraphsIn(blocksOf(docx)).map(wordsOf).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u2005', ' ');
const example = (kind: keyof typeof starterTemplates) => exampleData(starterTemplates[kind].fields);
const print = (kind: keyof typeof starterTemplates, data: Record<string, unknown> = {}): Uint8Array =>
  renderDocx(starterTemplates[kind].build(), { data: { ...example(kind), ...data }, filters });

const orders = ['pairs-order', 'amending-order', 'working-group-order', 'roadmap-order'] as const;

describe.each(documentKinds)('the starter template %s', (kind) => {
  test('knows each of its tags, and uses each of its fields', async () => {
    const template = starterTemplates[kind];

    const report = await inspectTemplate(
      { name: 'a.docx', bytes: template.build() },
      template.fields,
      Object.keys(filterLabels),
    );

    expect(report.problems).toEqual([]);
    const used = report.tags.map((tag) => tag.replace(/^есть /, '').replace(/\|.*/, ''));
    expect(template.fields.map(({ tag }) => tag).filter((tag) => !used.includes(tag))).toEqual([]);
  });

  test('prints its example without a blank or a tag left', () => {
    const docx = print(kind);

    expect(textOf(docx)).not.toMatch(/[{}]|undefined/);
    expect(part(docx, 'word/document.xml')).not.toContain('NastavnikBlank');
  });

  test('prints with no data at all, all blanks', () => {
    expect(textOf(renderDocx(starterTemplates[kind].build(), { data: {}, filters }))).toContain('__________');
  });

  test('keeps to GOST R 7.0.97-2025: margins, type, numbers of pages', () => {
    const docx = print(kind);
    const document = parseXml(part(docx, 'word/document.xml'));

    for (const margin of descendants(document, 'w:pgMar')) {
      expect(margin.attributes).toMatchObject({
        'w:top': '1134',
        'w:bottom': '1134',
        'w:left': '1701',
        'w:right': '567',
      });
    }
    expect(part(docx, 'word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(part(docx, 'word/styles.xml')).toContain('<w:sz w:val="28"/>');
    expect(part(docx, 'word/header.xml')).toMatch(/w:jc w:val="center".* PAGE /s);
    expect([...descendants(document, 'w:titlePg')]).toHaveLength(1);
    const smallest = Math.min(
      ...paragraphsIn(blocksOf(docx))
        .filter(({ runs }) => runs.length > 0)
        .map(({ size }) => size),
    );
    expect(smallest).toBeGreaterThanOrEqual(10);
  });

  test('keeps the QR code in the right corner at the foot of its first page', () => {
    const [first] = readPaper(print(kind)).sections;
    const [line] = first?.firstFooter ?? [];

    const cells = line?.kind === 'table' ? (line.rows[0]?.cells ?? []) : [];
    expect(cells.at(-1)?.blocks[0]).toMatchObject({ align: 'right', runs: [{ kind: 'picture', alt: '{QR}' }] });
  });

  test('repeats the head of its tables and tears no row; widths stand in grid and cells', () => {
    const document = parseXml(part(print(kind), 'word/document.xml'));
    const ruled = blocksOf(print(kind)).filter((block): block is Table => block.kind === 'table' && block.ruled);

    for (const { headRows, rows } of ruled) {
      expect(headRows).toBe(1);
      expect(rows.every(({ keepWhole }) => keepWhole)).toBe(true);
    }
    for (const table of descendants(document, 'w:tbl')) {
      const grid = [...descendants(table, 'w:gridCol')].map(({ attributes }) => attributes['w:w']);
      const [row] = descendants(table, 'w:tr');
      const cells = row ? [...descendants(row, 'w:tcW')].map(({ attributes }) => attributes['w:w']) : [];
      expect(cells).toEqual(grid);
    }
  });
});

describe.each(orders)('the order %s', (kind) => {
  test('has ПРИКАЗЫВАЮ at the left margin, items in by 1.25 cm, and a title of its own', () => {
    const paragraphs = paragraphsIn(blocksOf(print(kind)));
    const word = paragraphs.find((each) => wordsOf(each) === 'ПРИКАЗЫВАЮ:');
    const item = paragraphs.find((each) => wordsOf(each).startsWith('1.'));

    expect(word).toMatchObject({ align: 'left', indent: 0, left: 0 });
    expect(item?.indent).toBeCloseTo(12.5, 1);
    expect(item?.align).toBe('justify');
    expect(paragraphs.some((each) => /^Об? /.test(wordsOf(each)))).toBe(true);
  });
});

describe('the order on pairs', () => {
  test('names people and posts in the case the sentence asks for', () => {
    const text = textOf(print('pairs-order'));

    expect(text).toContain('2. Назначить куратором пар и групп Ложкину Елену Сергеевну, педагога-организатора.');
    expect(text).toContain('4. Поручить Зыковой Марине Юрьевне, педагогу-психологу, сопровождение');
    expect(text).toContain(
      '5. Контроль за исполнением приказа возложить на Шабалину Наталью Ивановну, заместителя директора по УВР.',
    );
    expect(text).toContain('А. В. Корнилов');
  });

  test('prints a form that was corrected by hand', () => {
    const name = { last: 'Кара', first: 'Любовь', middle: 'Ильинична', gender: 'female' } as const;
    const forms = nameForms(name, { accusative: { last: 'Кара' } });

    expect(textOf(print('pairs-order', { куратор: { ФИО: forms, должность: 'методист' } }))).toContain(
      'Кара Любовь Ильиничну, методиста.',
    );
  });

  test('counts its items anew when nobody is left without a pair', () => {
    const text = textOf(print('pairs-order', { 'без пары': false }));

    expect(text).not.toContain('Поручить');
    expect(text).toContain('4. Контроль за исполнением');
  });

  test('has its annex on a new page, with date and number of the order', () => {
    const paragraphs = paragraphsIn(blocksOf(print('pairs-order')));
    const at = paragraphs.findIndex((each) => wordsOf(each) === 'Приложение');

    expect(paragraphs[at]?.newPage).toBe(true);
    expect(wordsOf(paragraphs[at + 1] ?? paragraphs[0] ?? never()).replaceAll('\u00a0', ' ')).toBe(
      'к приказу от 12 октября 2026 г. № 138-од',
    );
  });

  test('takes 500 pairs, each in a row of its own, numbered', () => {
    const rows = Array.from({ length: 500 }, (_, at) => ({
      наставник: { ФИО: `Наставник ${at + 1}`, место: 'гр. А-1' },
      наставляемые:
        at % 5 === 0
          ? [
              { ФИО: 'А', место: 'гр. 1' },
              { ФИО: 'Б', место: 'гр. 2' },
            ]
          : [{ ФИО: 'В', место: 'гр. 3' }],
      форма: 'студент — студент',
      вариант: 'равный <&> равному',
      период: 'год',
    }));

    const table = blocksOf(print('pairs-order', { пары: rows })).find(
      (block): block is Table => block.kind === 'table' && block.ruled,
    );

    expect(table?.rows).toHaveLength(501);
    const last = table?.rows.at(-1)?.cells.map(({ blocks }) => paragraphsIn(blocks).map(wordsOf).join(' '));
    expect(last).toEqual([
      '500',
      'Наставник 500, гр. А-1',
      'В, гр. 3',
      'студент — студент',
      'равный <&> равному',
      'год',
    ]);
    const group = table?.rows[1]?.cells[2]?.blocks;
    expect(paragraphsIn(group ?? []).map(wordsOf)).toEqual(['А,', 'гр. 1', 'Б,', 'гр. 2']);
  });
});

describe('other papers', () => {
  test('minutes go through the questions one by one', () => {
    const text = textOf(print('minutes'));

    for (const word of ['ПРИСУТСТВОВАЛИ:', 'ПОВЕСТКА ДНЯ:', '1. СЛУШАЛИ:', 'ВЫСТУПИЛИ:', 'ПОСТАНОВИЛИ:'])
      expect(text).toContain(word);
    expect(text).toContain('Председатель — Шабалина Н. И.');
  });

  test('an amending order declines all three people of a replacement', () => {
    expect(textOf(print('amending-order'))).toContain(
      'закрепить наставником Зорина Максима Алексеевича (гр. ТМ-41) за Агалаковым Данилом Романовичем (гр. ЭМ-11) вместо Рублёва Ильи Константиновича.',
    );
  });

  test('an amending order may withdraw an order and do nothing else', () => {
    const text = textOf(print('amending-order', { отмена: true, замены: [], прекращения: [], новые: [] }));

    expect(text).toContain('1. Признать утратившим силу приказ от 12 октября 2026 г. № 138-од');
    expect(text).toContain('2. Контроль');
  });

  test('the roadmap lies on landscape pages, a line across the table for each stage', () => {
    const stage = (номер: string) => ({
      номер,
      название: 'Этап',
      строки: [{ номер: `${номер}.1` }, { номер: `${номер}.2` }],
    });
    const paper = readPaper(print('roadmap-order', { этапы: [stage('1'), stage('2')] }));

    const [, annex] = paper.sections;
    expect(annex?.page.width).toBeGreaterThan(290);
    const table = annex?.blocks.find((block): block is Table => block.kind === 'table');
    expect(table?.rows.map(({ cells }) => cells.length)).toEqual([6, 1, 6, 6, 1, 6, 6]);
  });

  test('a consent for a minor is signed by both, and the text names its version', () => {
    const text = textOf(print('consent-minor'));

    expect(text).toContain('Участник');
    expect(text).toContain('Законный представитель (согласен)');
    expect(text).toContain('Версия текста: 2 от 1 сентября 2026 г.');
  });
});

function never(): never {
  throw new Error('the paragraph is missing');
}
