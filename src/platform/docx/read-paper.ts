import { strFromU8, unzipSync } from 'fflate';
import type { Block, Paper, PaperPage, PaperSection } from './paper.ts';
import { type BlockReader, blockReader } from './read-blocks.ts';
import { readLists } from './read-lists.ts';
import { millimetres, readStyles } from './read-styles.ts';
import { partPath } from './replace-pictures.ts';
import { attribute, child, childElements, descendants, parseXml, type XmlElement } from './xml.ts';

type Parts = Readonly<Record<string, Uint8Array>>;

/** Bytes of XML that are read; our longest papers need a tenth. */
const maxPart = 60 * 1024 * 1024;

const readPart = (parts: Parts, name: string): XmlElement | undefined => {
  const bytes = parts[name];
  return bytes ? parseXml(strFromU8(bytes)) : undefined;
};

/** Targets of the relationships of a part in `word/`, as paths inside the package. */
function linksOf(parts: Parts, part: string): Map<string, string> {
  const links = readPart(parts, `word/_rels/${part}.rels`);
  return new Map(
    childElements(links).map(({ attributes }) => [attributes.Id ?? '', partPath(attributes.Target ?? '')]),
  );
}

const a4: PaperPage = { width: 210, height: 297, top: 20, right: 10, bottom: 20, left: 30, header: 10, footer: 10 };

function readPage(section: XmlElement | undefined): PaperPage {
  const size = child(section, 'w:pgSz')?.attributes ?? {};
  const margin = child(section, 'w:pgMar')?.attributes ?? {};
  const side = (name: 'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer'): number =>
    Math.abs(millimetres(margin[`w:${name}`]) ?? a4[name]);
  return {
    width: millimetres(size['w:w']) ?? a4.width,
    height: millimetres(size['w:h']) ?? a4.height,
    top: side('top'),
    right: side('right'),
    bottom: side('bottom'),
    left: side('left'),
    header: side('header'),
    footer: side('footer'),
  };
}

interface Edges {
  readonly header: XmlElement | undefined;
  readonly footer: readonly Block[];
  readonly firstHeader: XmlElement | undefined;
  readonly firstFooter: readonly Block[];
}

const printsNumber = (header: XmlElement | undefined): boolean => {
  if (!header) return false;
  for (const field of descendants(header, 'w:instrText')) if (/\bPAGE\b/.test(field.children.join(''))) return true;
  for (const field of descendants(header, 'w:fldSimple'))
    if (/\bPAGE\b/.test(field.attributes['w:instr'] ?? '')) return true;
  return false;
};

/** Headers and footers that a section does not name are those of the section before. */
function readEdges(
  section: XmlElement | undefined,
  links: Map<string, string>,
  parts: Parts,
  reader: Reader,
  last: Edges,
): Edges {
  const find = (kind: 'header' | 'footer', type: string): string | undefined => {
    const wanted = childElements(section, `w:${kind}Reference`).find(
      (each) => (each.attributes['w:type'] ?? 'default') === type,
    );
    return wanted && links.get(wanted.attributes['r:id'] ?? '');
  };
  const header = (type: string, before: XmlElement | undefined): XmlElement | undefined => {
    const path = find('header', type);
    return path === undefined ? before : readPart(parts, path);
  };
  const footer = (type: string, before: readonly Block[]): readonly Block[] => {
    const path = find('footer', type);
    const root = path === undefined ? undefined : readPart(parts, path);
    return root && path !== undefined ? reader(path.replace(/^word\//, '')).blocks(root) : before;
  };
  return {
    header: header('default', last.header),
    footer: footer('default', last.footer),
    firstHeader: header('first', last.firstHeader),
    firstFooter: footer('first', last.firstFooter),
  };
}

const isSeen = (block: Block): boolean => block.kind === 'table' || block.runs.length > 0;

type Reader = (part: string) => BlockReader;

/**
 * Reads a DOCX as it lies on paper. Understands what official papers are made of: styles, automatic lists, tables with merged cells, pictures in the
 * text, sections, page numbers. Throws `XmlError` for a broken part; the file is expected to have passed the upload check.
 */
export function readPaper(docx: Uint8Array): Paper {
  const parts: Parts = unzipSync(docx, {
    filter: ({ name, originalSize }) => originalSize <= maxPart && /^word\/(.*\.xml|_rels\/.*|media\/.*)$/.test(name),
  });
  const body = child(readPart(parts, 'word/document.xml'), 'w:body');
  const styles = readStyles(readPart(parts, 'word/styles.xml'));
  const numbering = readPart(parts, 'word/numbering.xml');
  const lists = readLists(numbering);
  const reader: Reader = (part) => {
    const links = linksOf(parts, part);
    return blockReader({ styles, lists, picture: (id) => parts[links.get(id) ?? ''] });
  };

  const main = reader('document.xml');
  const links = linksOf(parts, 'document.xml');
  const sections: PaperSection[] = [];
  let edges: Edges = { header: undefined, footer: [], firstHeader: undefined, firstFooter: [] };
  let blocks: Block[] = [];
  const finish = (properties: XmlElement | undefined): void => {
    edges = readEdges(properties, links, parts, reader, edges);
    const setApart = child(properties, 'w:titlePg') !== undefined && attribute(properties, 'w:titlePg') !== '0';
    const numbered = printsNumber(edges.header);
    const letterhead = setApart ? edges.firstHeader : edges.header;
    const top = letterhead && !printsNumber(letterhead) ? reader('header.xml').blocks(letterhead) : [];
    sections.push({
      page: readPage(properties),
      numbers: !numbered ? 'none' : setApart && !printsNumber(edges.firstHeader) ? 'from-second-page' : 'every-page',
      firstFooter: setApart ? edges.firstFooter : edges.footer,
      footer: edges.footer,
      blocks: [...top.filter(isSeen), ...blocks],
    });
    blocks = [];
  };

  for (const node of childElements(body)) {
    if (node.name === 'w:sectPr') continue;
    const end = child(child(node, 'w:pPr'), 'w:sectPr');
    const read = main.block(node);
    if (!end || read.some(isSeen)) blocks.push(...read);
    if (end) finish(end);
  }
  finish(child(body, 'w:sectPr'));
  return { sections };
}
