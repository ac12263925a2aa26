import { markOf } from './marks.ts';
import type { Block, Paragraph, PictureRun, Run, Table, TableCell, TableRow, TextRun } from './paper.ts';
import type { ListMark } from './read-lists.ts';
import {
  type Look,
  millimetres,
  type ParagraphLook,
  paragraphLook,
  type Styles,
  type TextLook,
  textLook,
} from './read-styles.ts';
import { attribute, child, childElements, descendants, type XmlElement } from './xml.ts';

export interface BlockContext {
  readonly styles: Styles;
  readonly lists: (id: string, level: number) => ListMark | undefined;
  /** Bytes of a picture by the id of its relationship. */
  readonly picture: (id: string) => Uint8Array | undefined;
}

export interface BlockReader {
  blocks(parent: XmlElement): Block[];
  block(element: XmlElement): Block[];
}

/** Wrappers that hold runs or blocks and change nothing on paper; deleted text is not among them. */
const wrappers = new Set([
  'w:ins',
  'w:hyperlink',
  'w:smartTag',
  'w:sdtContent',
  'w:moveTo',
  'w:fldSimple',
  'w:customXml',
]);

const verticals: Record<string, TableCell['vertical']> = { center: 'middle', bottom: 'bottom' };

const emuToMm = (emu: string | undefined): number => Number(emu ?? 0) / 36_000;

/** Reads paragraphs and tables of one part (the body, a footer). */
export function blockReader(context: BlockContext): BlockReader {
  const { styles, lists } = context;
  /** Look that the style of the table around gives to its paragraphs. */
  let tableLook: ParagraphLook = {};

  function blocks(parent: XmlElement): Block[] {
    return childElements(parent).flatMap(block);
  }

  function block(element: XmlElement): Block[] {
    if (element.name === 'w:p') return [paragraph(element)];
    if (element.name === 'w:tbl') return [table(element)];
    if (element.name === 'w:sdt') return blocks(child(element, 'w:sdtContent') ?? element);
    return wrappers.has(element.name) ? blocks(element) : [];
  }

  function paragraph(element: XmlElement): Paragraph {
    const properties = child(element, 'w:pPr');
    const style = styles.named(attribute(properties, 'w:pStyle'));
    const mark = textLook(child(properties, 'w:rPr'));
    const own = paragraphLook(properties, mark.size ?? style.text.size);
    const listed = own.list ?? style.paragraph.list;
    const bullet = listed && listed.id !== '0' ? lists(listed.id, listed.level) : undefined;
    const look = {
      ...styles.base.paragraph,
      ...tableLook,
      ...differing(style.paragraph, styles.base.paragraph),
      ...bullet?.look,
      ...own,
    };
    const runs: Run[] = [];
    collect(element, style, runs, null);
    const size = mark.size ?? style.text.size ?? 10;
    if (bullet) runs.unshift(...listRuns(bullet, { ...style.text, ...mark }, size));
    return {
      kind: 'paragraph',
      align: look.align ?? 'left',
      indent: look.indent ?? 0,
      left: look.left ?? 0,
      right: look.right ?? 0,
      before: look.before ?? 0,
      after: look.after ?? 0,
      line: look.line ?? 1,
      keepWithNext: look.keepWithNext ?? false,
      newPage: look.newPage ?? false,
      size,
      runs: joined(runs),
    };
  }

  function collect(parent: XmlElement, style: Look, runs: Run[], tag: string | null): void {
    let inCode = false;
    for (const node of childElements(parent)) {
      if (node.name === 'w:r') {
        const field = attribute(node, 'w:fldChar', 'w:fldCharType');
        if (field) inCode = field === 'begin';
        else if (!inCode) readRun(node, style, runs, tag);
      } else if (node.name === 'w:sdt') {
        const alias = attribute(child(node, 'w:sdtPr'), 'w:alias') ?? null;
        collect(child(node, 'w:sdtContent') ?? node, style, runs, alias);
      } else if (wrappers.has(node.name)) collect(node, style, runs, tag);
    }
  }

  function readRun(run: XmlElement, style: Look, runs: Run[], tag: string | null): void {
    const properties = child(run, 'w:rPr');
    const character = styles.named(attribute(properties, 'w:rStyle')).text;
    const named =
      attribute(properties, 'w:rStyle') === undefined || markOf(run) ? {} : differing(character, styles.base.text);
    const look: TextLook = { ...style.text, ...named, ...textLook(properties) };
    if (look.hidden) return;
    const mark = markOf(run);
    for (const node of childElements(run)) {
      if (node.name === 'w:t') runs.push(text(node.children.join(''), look, mark, mark === 'blank' ? tag : null));
      else if (node.name === 'w:tab') runs.push({ kind: 'tab' });
      else if (node.name === 'w:noBreakHyphen') runs.push(text('\u2011', look, mark, null));
      else if (node.name === 'w:br')
        runs.push({ kind: node.attributes['w:type'] === 'page' ? 'page-break' : 'line-break' });
      else if (node.name === 'w:cr') runs.push({ kind: 'line-break' });
      else if (node.name === 'w:drawing') runs.push(...pictureRun(node, context.picture));
      else if (node.name === 'mc:AlternateContent') {
        for (const drawing of descendants(node, 'w:drawing')) runs.push(...pictureRun(drawing, context.picture));
      }
    }
  }

  function table(element: XmlElement): Table {
    const properties = child(element, 'w:tblPr');
    const grid = childElements(child(element, 'w:tblGrid'), 'w:gridCol');
    const widths = grid.map((column) => millimetres(column.attributes['w:w']) ?? 20);
    const lines = childElements(element).flatMap((node) =>
      node.name === 'w:tr' ? [node] : childElements(child(node, 'w:sdtContent'), 'w:tr'),
    );
    const heads = lines.findIndex((row) => child(child(row, 'w:trPr'), 'w:tblHeader') === undefined);
    const style = attribute(properties, 'w:tblStyle');
    const set = (name: string): XmlElement | undefined => child(properties, name) ?? styles.ofTable(style, name);
    const inside = attribute(set('w:tblBorders'), 'w:insideH');
    const ruled = inside === undefined ? cellsAreRuled(element) : inside !== 'nil' && inside !== 'none';
    const padding = millimetres(attribute(set('w:tblCellMar'), 'w:left', 'w:w')) ?? 1.9;
    const around = tableLook;
    tableLook = style === undefined ? around : differing(styles.named(style).paragraph, styles.base.paragraph);
    const rows = tableRows(lines);
    tableLook = around;
    return { kind: 'table', widths, ruled, padding, headRows: Math.max(heads, 0), rows };
  }

  function tableRows(lines: readonly XmlElement[]): TableRow[] {
    const open = new Map<number, { rows: number }>();
    return lines.map((line) => {
      const cells: TableCell[] = [];
      let column = Number(attribute(child(line, 'w:trPr'), 'w:gridBefore') ?? 0);
      for (const cell of childElements(line, 'w:tc')) {
        const properties = child(cell, 'w:tcPr');
        const columns = Math.max(1, Number(attribute(properties, 'w:gridSpan') ?? 1));
        const merge = child(properties, 'w:vMerge');
        const above = merge && merge.attributes['w:val'] !== 'restart' ? open.get(column) : undefined;
        if (above) above.rows++;
        else {
          const read = {
            columns,
            rows: 1,
            vertical: verticals[attribute(properties, 'w:vAlign') ?? ''] ?? 'top',
            blocks: blocks(cell),
          };
          cells.push(read);
          if (merge) open.set(column, read);
          else open.delete(column);
        }
        column += columns;
      }
      return { keepWhole: child(child(line, 'w:trPr'), 'w:cantSplit') !== undefined, cells };
    });
  }

  return { blocks, block };
}

/** What a style says beyond the defaults of the document. */
const differing = <T extends object>(look: T, base: T): Partial<T> =>
  Object.fromEntries(Object.entries(look).filter(([name, value]) => Reflect.get(base, name) !== value)) as Partial<T>;

const cellsAreRuled = (table: XmlElement): boolean => {
  const [borders] = descendants(table, 'w:tcBorders');
  return borders !== undefined;
};

function text(words: string, look: TextLook, mark: TextRun['mark'], tag: string | null): TextRun {
  return {
    kind: 'text',
    text: look.caps ? words.toUpperCase() : words,
    size: look.size ?? 10,
    bold: look.bold ?? false,
    italic: look.italic ?? false,
    underline: look.underline ?? false,
    mark,
    tag,
  };
}

function listRuns({ text: words, gap }: ListMark, look: TextLook, size: number): Run[] {
  const space: Record<ListMark['gap'], string> = { tab: '\u2002', space: '\u2005', nothing: '' };
  return words ? [text(words + space[gap], { ...look, size, underline: false }, null, null)] : [];
}

function pictureRun(drawing: XmlElement, picture: BlockContext['picture']): PictureRun[] {
  const [blip] = descendants(drawing, 'a:blip');
  const [extent] = descendants(drawing, 'wp:extent');
  const [properties] = descendants(drawing, 'wp:docPr');
  const bytes = picture(blip?.attributes['r:embed'] ?? '');
  const format = bytes?.[0] === 0x89 ? 'png' : bytes?.[0] === 0xff ? 'jpeg' : undefined;
  if (!bytes || !format) return [];
  const width = emuToMm(extent?.attributes.cx);
  const height = emuToMm(extent?.attributes.cy);
  return [{ kind: 'picture', bytes, format, width, height, alt: properties?.attributes.descr ?? '' }];
}

/** Word cuts a line into many runs that look the same. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && alike(last, run))
      out[out.length - 1] = { ...last, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

const alike = (one: TextRun, other: TextRun): boolean =>
  one.size === other.size &&
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.underline === other.underline &&
  one.mark === other.mark &&
  one.tag === other.tag;
