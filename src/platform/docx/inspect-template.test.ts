import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inspectTemplate } from './inspect-template.ts';
import { paragraph, table, writeDocx } from './write-docx.ts';

const known = [
  { tag: 'номер' },
  { tag: 'куратор.ФИО' },
  { tag: 'пары', rows: [{ tag: 'наставник.ФИО' }, { tag: 'форма' }] },
  { tag: 'люди', rows: [{ tag: 'ФИО' }] },
];
const inspect = (bytes: Uint8Array) => inspectTemplate({ name: 'шаблон.docx', bytes }, known, ['вин', 'род']);
const inspectBlocks = (...blocks: string[]) => inspect(writeDocx('test', [{ blocks }]));
const columns = [
  { width: 40, head: 'а' },
  { width: 40, head: 'б' },
];

describe('a good template', () => {
  test('has no problems, and its tags are listed once', async () => {
    const report = await inspectBlocks(
      paragraph('№ {номер} {номер} {куратор.ФИО|вин}'),
      table(columns, [['{#пары}{№}', '{наставник.ФИО|род}{/пары}']]),
      paragraph('{#есть люди}{/есть люди}'),
    );

    expect(report).toEqual({
      usable: true,
      problems: [],
      tags: ['номер', 'куратор.ФИО|вин', 'пары', '№', 'наставник.ФИО|род', 'есть люди'],
    });
  });

  test('may have its tags cut into pieces by Word', async () => {
    const pieces = '<w:p><w:r><w:t>{ном</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>ер}</w:t></w:r></w:p>';

    expect((await inspectBlocks(pieces)).problems).toEqual([]);
  });
});

describe('an unknown name', () => {
  test('is told with the one that was probably meant, and can be lived with', async () => {
    const report = await inspectBlocks(paragraph('{намер}'), paragraph('{куратор ФИО|винн}'));

    expect(report.usable).toBe(true);
    expect(report.problems).toMatchObject([
      { kind: 'unknown-tag', tag: 'намер', meant: 'номер', place: { paragraph: 1 } },
      { kind: 'unknown-tag', tag: 'куратор ФИО|винн', meant: 'куратор.ФИО' },
      { kind: 'unknown-filter', tag: 'куратор ФИО|винн', meant: 'вин' },
    ]);
  });

  test('that belongs into a loop is sent there', async () => {
    const { problems } = await inspectBlocks(paragraph('{форма}'));

    expect(problems).toMatchObject([{ kind: 'outside-loop', tag: 'форма', meant: 'пары' }]);
  });

  test.each(['constructor', '__proto__', 'this.constructor'])('%s is nothing but unknown', async (tag) => {
    expect((await inspectBlocks(paragraph(`{${tag}}`))).problems).toMatchObject([{ kind: 'unknown-tag', tag }]);
  });
});

describe('a broken template is told with the place', () => {
  test.each([
    [
      'a tag that is not closed',
      [paragraph('а'), paragraph('№ {номер и дальше')],
      { kind: 'unclosed-tag', place: { paragraph: 2 } },
    ],
    ['a tag that is not opened', [paragraph('№ номер} и дальше')], { kind: 'unopened-tag', place: { paragraph: 1 } }],
    [
      'a loop that is not closed',
      [table(columns, [['{#пары}', '{форма}']])],
      { kind: 'unclosed-loop', tag: 'пары', place: { table: 1, row: 2, column: 1 } },
    ],
    ['a loop that is not opened', [paragraph('{/пары}')], { kind: 'unopened-loop', tag: 'пары' }],
    ['loops that cross', [paragraph('{#пары}{#люди}{/пары}{/люди}')], { kind: 'crossed-loops' }],
    [
      'a loop from a table out of it',
      [table(columns, [['{#пары}', '']]), paragraph('{/пары}')],
      { kind: 'crossed-loops', tag: 'пары' },
    ],
    ['a loop in itself', [paragraph('{#пары}{#пары}{форма}{/пары}{/пары}')], { kind: 'loop-in-itself', tag: 'пары' }],
    ['raw XML', [paragraph('{@номер}')], { kind: 'raw-tag', tag: '@номер' }],
  ] as const)('%s', async (_, blocks, expected) => {
    const report = await inspectBlocks(...blocks);

    expect(report.usable).toBe(false);
    expect(report.problems[0]).toMatchObject(expected);
  });
});

describe('a file that is no template', () => {
  const parts = () => unzipSync(writeDocx('test', [{ blocks: [paragraph('{номер}')] }]));

  test.each([
    ['empty', new Uint8Array()],
    ['wrong-kind', strToU8('просто текст, а не документ')],
    ['damaged', writeDocx('test', [{ blocks: [paragraph('а')] }]).slice(0, 700)],
  ] as const)('is refused as %s', async (file, bytes) => {
    expect(await inspect(bytes)).toMatchObject({ usable: false, problems: [{ kind: 'file', file }] });
  });

  test('is refused when macros are in it', async () => {
    const bytes = zipSync({ ...parts(), 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) });

    expect((await inspect(bytes)).problems).toMatchObject([{ kind: 'file', file: 'macros' }]);
  });

  test('is refused when its XML is broken, without a crash', async () => {
    const report = await inspectBlocks('<w:p><w:r></w:p>');

    expect(report).toMatchObject({ usable: false, problems: [{ kind: 'broken' }] });
  });

  test('is refused when it is longer than any template', async () => {
    const bytes = zipSync({
      ...parts(),
      'word/document.xml': new Uint8Array(9 * 1024 * 1024).map((_, at) => 32 + ((at * 7919) % 91)),
    });

    expect((await inspect(bytes)).usable).toBe(false);
  });
});
