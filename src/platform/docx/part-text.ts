import { childElements, descendants, parseXml, type XmlElement } from './xml.ts';

/** Where something stands, counted as a person would: paragraphs outside tables, tables, rows, all from 1. */
export interface TextPlace {
  readonly part: 'body' | 'header' | 'footer';
  readonly paragraph?: number;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  /** Beginning of the paragraph. */
  readonly near: string;
}

export interface PartText {
  readonly name: string;
  /** All text of the part in one piece, as docxtemplater counts its offsets. */
  readonly text: string;
  placeAt(offset: number): TextPlace | undefined;
}

interface Stretch {
  readonly from: number;
  readonly place: TextPlace;
}

type Where = Omit<TextPlace, 'near'>;

/** Text of a part of the package with the place of each piece. Throws `XmlError`. */
export function textOfPart(name: string, xml: string): PartText {
  const part = name.includes('header') ? 'header' : name.includes('footer') ? 'footer' : 'body';
  const stretches: Stretch[] = [];
  let text = '';
  let paragraphs = 0;
  let tables = 0;

  const readParagraph = (paragraph: XmlElement, where: Where): void => {
    let words = '';
    for (const piece of descendants(paragraph, 'w:t')) words += piece.children.join('');
    stretches.push({ from: text.length, place: { ...where, near: words.trim().slice(0, 60) } });
    text += words;
  };
  const readTable = (table: XmlElement): void => {
    const number = ++tables;
    childElements(table, 'w:tr').forEach((row, rowAt) => {
      childElements(row, 'w:tc').forEach((cell, column) => {
        const where = { part, table: number, row: rowAt + 1, column: column + 1 } as const;
        for (const node of childElements(cell)) {
          if (node.name === 'w:p') readParagraph(node, where);
          else if (node.name === 'w:tbl') readTable(node);
        }
      });
    });
  };
  const read = (parent: XmlElement): void => {
    for (const node of childElements(parent)) {
      if (node.name === 'w:p') readParagraph(node, { part, paragraph: ++paragraphs });
      else if (node.name === 'w:tbl') readTable(node);
      else read(node);
    }
  };
  read(parseXml(xml));
  return {
    name,
    text,
    placeAt: (offset) => stretches.findLast(({ from }) => from <= offset)?.place,
  };
}
