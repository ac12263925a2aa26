import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Paragraph, TextRun } from './paper.ts';
import { readPaper } from './read-paper.ts';
import { renderDocx } from './render-docx.ts';
import { bodyText, paragraph, placeholder, rawParagraph, table, writeDocx } from './write-docx.ts';
import { parseXml } from './xml.ts';

const template = (...blocks: string[]): Uint8Array => writeDocx('test', [{ blocks }]);
const paragraphs = (docx: Uint8Array): Paragraph[] =>
  readPaper(docx).sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'paragraph'));
const words = ({ runs }: Paragraph): string => runs.map((run) => (run.kind === 'text' ? run.text : '|')).join('');
const lines = (docx: Uint8Array): string[] => paragraphs(docx).map(words);
const firstRun = (docx: Uint8Array): TextRun => {
  const run = paragraphs(docx)[0]?.runs.find((each) => each.kind === 'text');
  if (run?.kind !== 'text') throw new Error('no text was printed');
  return run;
};
const documentXml = (docx: Uint8Array): string => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());

describe('a field', () => {
  test('may have spaces and steps in its name', () => {
    const out = renderDocx(template(paragraph('{ФИО наставника}, {наставник.группа}')), {
      data: { 'ФИО наставника': 'Зорин М. А.', наставник: { группа: 'ТМ-41' } },
    });

    expect(lines(out)).toEqual(['Зорин М. А., ТМ-41']);
  });

  test('is found although Word put a no-break space into its name', () => {
    const out = renderDocx(template(paragraph('{учебный\u00a0год}')), { data: { 'учебный год': '2026/27' } });

    expect(lines(out)).toEqual(['2026/27']);
  });

  test('that nobody filled in becomes an amber blank which knows its name', () => {
    const out = renderDocx(template(paragraph('№ {номер}')), { data: {} });

    const blank = paragraphs(out)[0]?.runs.at(-1);
    expect(blank).toMatchObject({ kind: 'text', mark: 'blank', tag: 'номер', text: '__________' });
    expect(documentXml(out)).toContain('w:fill="FFE3A3"');
    expect(documentXml(out)).not.toContain('undefined');
  });

  test('that is known to be empty prints nothing', () => {
    const out = renderDocx(template(paragraph('«{вариант}»')), { data: { вариант: '' } });

    expect(lines(out)).toEqual(['«»']);
  });

  test('of a row is not taken from outside the row when the row leaves it open', () => {
    const out = renderDocx(template(paragraph('{#пары}{форма}{/пары}')), {
      data: { форма: 'общая', пары: [{ форма: null }] },
    });

    expect(firstRun(out).mark).toBe('blank');
  });

  test.each(['constructor', '__proto__', 'toString', 'пары.constructor'])('named %s is only a blank', (tag) => {
    const out = renderDocx(template(paragraph(`{${tag}}`)), { data: { пары: [1] } });

    expect(firstRun(out).mark).toBe('blank');
  });
});

describe('a filter', () => {
  const filters = { вин: (text: string) => `${text}у` };

  test('puts words into a form and marks them for a check', () => {
    const out = renderDocx(template(paragraph('{кто|вин}')), { data: { кто: 'Анн' }, filters });

    expect(firstRun(out)).toMatchObject({ text: 'Анну', mark: 'declined' });
  });

  test('takes the form that the value brings along, such as one corrected by hand', () => {
    const out = renderDocx(template(paragraph('{кто|вин} {кто}')), {
      data: { кто: { им: 'Любовь', вин: 'Любовь' } },
      filters,
    });

    expect(lines(out)).toEqual(['Любовь Любовь']);
  });

  test('that is unknown changes nothing, and one without a value leaves a blank', () => {
    const out = renderDocx(template(paragraph('{кто|винн}'), paragraph('{никто|вин}')), {
      data: { кто: 'Анна' },
      filters,
    });

    expect(lines(out)).toEqual(['Анна', '__________']);
  });
});

describe('a value', () => {
  test('with markup signs stays text', () => {
    const out = renderDocx(template(paragraph('{имя}')), { data: { имя: 'ООО <Рога & "копыта"> </w:t>' } });

    expect(lines(out)).toEqual(['ООО <Рога & "копыта"> </w:t>']);
  });

  test('with control characters and half a surrogate loses only those', () => {
    const out = renderDocx(template(paragraph('{имя}')), { data: { имя: 'а\u0000б\u0008в\ud800г\uE001д' } });

    expect(lines(out)).toEqual(['абвгд']);
    expect(() => parseXml(documentXml(out))).not.toThrow();
  });

  test('with new lines becomes paragraphs of the same look, so that no justified line is stretched', () => {
    const out = renderDocx(template(bodyText('Начало {текст} конец', { list: 1 })), {
      data: { текст: 'один\r\nдва\nтри' },
    });

    expect(lines(out)).toEqual(['1.\u2005Начало один', 'два', 'три конец']);
    expect(paragraphs(out).map(({ align }) => align)).toEqual(['justify', 'justify', 'justify']);
    expect(documentXml(out)).not.toContain('<w:br');
  });

  test('that looks like a tag is printed, not followed', () => {
    const out = renderDocx(template(paragraph('{имя}')), { data: { имя: '{номер}', номер: '7' } });

    expect(lines(out)).toEqual(['{номер}']);
  });
});

describe('a list', () => {
  test('makes a row for each item, and counts them', () => {
    const columns = [
      { width: 20, head: '№' },
      { width: 60, head: 'Имя' },
    ];
    const out = renderDocx(template(table(columns, [['{#люди}{№}', '{имя}{/люди}']])), {
      data: { люди: [{ имя: 'Анна' }, { имя: 'Пётр' }] },
    });

    const [block] = readPaper(out).sections[0]?.blocks ?? [];
    const rows = block?.kind === 'table' ? block.rows.slice(1) : [];
    const texts = rows.map(({ cells }) =>
      cells.map((cell) => cell.blocks.map((each) => (each.kind === 'paragraph' ? words(each) : ''))),
    );
    expect(texts).toEqual([
      [['1'], ['Анна']],
      [['2'], ['Пётр']],
    ]);
  });

  test('can be asked whether it holds anything', () => {
    const asked = template(
      paragraph('{#есть люди}'),
      paragraph('Есть.'),
      paragraph('{/есть люди}'),
      paragraph('Конец.'),
    );

    expect(lines(renderDocx(asked, { data: { люди: [1, 2] } }))).toEqual(['Есть.', 'Конец.']);
    expect(lines(renderDocx(asked, { data: { люди: [] } }))).toEqual(['Конец.']);
  });
});

test('a placeholder picture gives way to the picture of that name, or to nothing', () => {
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const asked = template(rawParagraph(placeholder('{QR}', 20)));

  const picture = (docx: Uint8Array) => paragraphs(docx)[0]?.runs.find((run) => run.kind === 'picture');

  expect(picture(renderDocx(asked, { data: {}, pictures: { QR: bytes } }))).toMatchObject({
    bytes,
    width: 20,
    alt: '{QR}',
  });
  expect(picture(renderDocx(asked, { data: {} }))?.bytes).not.toEqual(picture(asked)?.bytes);
});

test('the same template and data give the same paper twice', () => {
  const made = () => lines(renderDocx(template(paragraph('{а}')), { data: { а: '1' } }));

  expect(made()).toEqual(made());
  expect(template(paragraph('{а}'))).toEqual(template(paragraph('{а}')));
});
