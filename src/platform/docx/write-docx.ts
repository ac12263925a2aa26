import { strToU8, zipSync } from 'fflate';
import { placeholderPicture } from './placeholder-picture.ts';
import { escapeXml } from './xml.ts';

/** Lengths are millimetres, type sizes points. */
export interface ParagraphStyle {
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** First line. */
  readonly indent?: number;
  readonly left?: number;
  readonly right?: number;
  /** Points. */
  readonly before?: number;
  readonly after?: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Multiple of a single line. */
  readonly line?: number;
  readonly keepWithNext?: boolean;
  readonly newPage?: boolean;
  /** Numbers the paragraph 1., 2., … : items with the same list number go on counting. */
  readonly list?: 1 | 2 | 3;
}

/** A piece of a paragraph: plain text, or text set apart. */
export type Piece =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly size?: number };

export interface Column {
  readonly width: number;
  readonly head?: string;
  readonly align?: 'left' | 'center';
}

export interface DocxSection {
  readonly landscape?: boolean;
  readonly blocks: readonly string[];
  /** At the foot of the first page of this section. */
  readonly firstFooter?: readonly string[];
}

/** GOST R 7.0.97-2025: 20/10/20 mm, and 30 mm on the left for papers kept longer than ten years. */
const margins = { top: 20, right: 10, bottom: 20, left: 30 } as const;
export const textWidth = {
  portrait: 210 - margins.left - margins.right,
  landscape: 297 - margins.left - margins.right,
};
const firstLine = 12.5;

const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const emu = (mm: number): number => Math.round(mm * 36_000);

function runXml(piece: Piece, style: ParagraphStyle): string {
  const { text, bold, italic, size } = typeof piece === 'string' ? { text: piece } : piece;
  const points = size ?? style.size;
  const look = [
    (bold ?? style.bold) ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    points === undefined ? '' : `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`,
  ].join('');
  const properties = look && `<w:rPr>${look}</w:rPr>`;
  const words = text
    .replaceAll('№ ', '№\u00a0')
    .split('\t')
    .map((part) => (part ? `<w:t xml:space="preserve">${escapeXml(part)}</w:t>` : ''))
    .join('<w:tab/>');
  return `<w:r>${properties}${words}</w:r>`;
}

function paragraphProperties(style: ParagraphStyle): string {
  const indents = [
    style.left === undefined ? '' : ` w:left="${twips(style.left)}"`,
    style.right === undefined ? '' : ` w:right="${twips(style.right)}"`,
    style.indent === undefined ? '' : ` w:firstLine="${twips(style.indent)}"`,
  ].join('');
  const spaces = [
    style.before === undefined ? '' : ` w:before="${style.before * 20}"`,
    style.after === undefined ? '' : ` w:after="${style.after * 20}"`,
    style.line === undefined ? '' : ` w:line="${Math.round(style.line * 240)}" w:lineRule="auto"`,
  ].join('');
  return [
    style.keepWithNext ? '<w:keepNext/>' : '',
    style.newPage ? '<w:pageBreakBefore/>' : '',
    style.list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${style.list}"/></w:numPr>`,
    spaces && `<w:spacing${spaces}/>`,
    indents && `<w:ind${indents}/>`,
    style.align ? `<w:jc w:val="${style.align === 'justify' ? 'both' : style.align}"/>` : '',
  ].join('');
}

/** A paragraph. A tab in the text stays a tab. Tags of the template are plain text here. */
export function paragraph(content: Piece | readonly Piece[], style: ParagraphStyle = {}): string {
  const pieces = typeof content === 'string' || 'text' in content ? [content] : content;
  const runs = pieces.map((piece) => (piece === '' ? '' : runXml(piece, style))).join('');
  const size = style.size === undefined ? '' : `<w:rPr><w:sz w:val="${style.size * 2}"/></w:rPr>`;
  return `<w:p><w:pPr>${paragraphProperties(style)}${size}</w:pPr>${runs}</w:p>`;
}

/** Body text: justified, with the first line in by 1.25 cm. */
export const bodyText = (content: Piece | readonly Piece[], style: ParagraphStyle = {}): string =>
  paragraph(content, { align: 'justify', indent: firstLine, ...style });

/** A picture that the renderer changes for another by its alt text. */
export const placeholder = (alt: string, size: number): string => {
  const extent = `cx="${emu(size)}" cy="${emu(size)}"`;
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
    `<wp:docPr id="1" name="${escapeXml(alt)}" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData uri="${pictureNs}">` +
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="${escapeXml(alt)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>` +
    `<a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>` +
    `<a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>` +
    '</wp:inline></w:drawing></w:r>'
  );
};

/** A paragraph that holds ready runs, such as a placeholder picture. */
export const rawParagraph = (runs: string, style: ParagraphStyle = {}): string =>
  `<w:p><w:pPr>${paragraphProperties(style)}</w:pPr>${runs}</w:p>`;

const cellXml = (width: number, blocks: string, more = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${more}</w:tcPr>${blocks}</w:tc>`;

function tableXml(columns: readonly Column[], rows: string, ruled: boolean): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const line = ruled ? 'w:val="single" w:sz="4" w:space="0" w:color="000000"' : 'w:val="nil"';
  const margin = ruled ? 85 : 0;
  const total = columns.reduce((sum, column) => sum + twips(column.width), 0);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>` +
    `<w:tblBorders>${edges.map((edge) => `<w:${edge} ${line}/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns.map((column) => `<w:gridCol w:w="${twips(column.width)}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
  );
}

/** Cells of a row, each as text or as its ready paragraphs; or one text across the whole row. */
export type TableLine = readonly (string | readonly string[])[] | { readonly across: string };

/**
 * A ruled table: the head is repeated on each page, a row is never torn.
 * Widths stand in the grid (LibreOffice reads it) and in each cell (Word reads those).
 */
export function table(columns: readonly Column[], lines: readonly TableLine[], size = 12): string {
  const head = columns.map((column) =>
    cellXml(
      column.width,
      paragraph(column.head ?? '', { align: 'center', bold: true, size, line: 1 }),
      '<w:vAlign w:val="center"/>',
    ),
  );
  const heading = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`;
  const body = lines.map((line) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${lineXml(columns, line, size)}</w:tr>`);
  return tableXml(columns, heading + body.join(''), true);
}

function lineXml(columns: readonly Column[], line: TableLine, size: number): string {
  if ('across' in line) {
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    const words = paragraph(line.across, { align: 'left', bold: true, size, line: 1, keepWithNext: true });
    return cellXml(width, words, `<w:gridSpan w:val="${columns.length}"/>`);
  }
  const cells = columns.map((column, at) => {
    const cell = line[at] ?? '';
    const words =
      typeof cell === 'string' ? paragraph(cell, { align: column.align ?? 'left', size, line: 1 }) : cell.join('');
    return cellXml(column.width, words);
  });
  return cells.join('');
}

/** One line of columns without rules: place and number, post and signature. */
export const columns = (cells: readonly { readonly width: number; readonly blocks: readonly string[] }[]): string =>
  tableXml(
    cells,
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells
      .map(({ width, blocks }) => cellXml(width, blocks.join(''), '<w:vAlign w:val="bottom"/>'))
      .join('')}</w:tr>`,
    false,
  );

const pictureNs = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}/relationships"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  `xmlns:pic="${pictureNs}"`,
].join(' ');
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const pageNumber =
  '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';

export const styles =
  `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" ` +
  'w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style></w:styles>';

/** Layout as in Word 2013 and later: a table starts at the margin. */
export const settings =
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

const listLevel =
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>` +
  `<w:pPr><w:ind w:left="0" w:firstLine="${twips(firstLine)}"/></w:pPr></w:lvl>`;
const lists = [1, 2, 3];
const numbering =
  `<w:numbering ${namespaces}>` +
  lists
    .map(
      (id) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>${listLevel}</w:abstractNum>`,
    )
    .join('') +
  `${lists.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}</w:numbering>`;

function sectionXml(section: DocxSection, at: number): string {
  const [width, height] = section.landscape ? [297, 210] : [210, 297];
  const first = at === 0;
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>` +
    (section.firstFooter ? `<w:footerReference w:type="first" r:id="rIdFooter${at}"/>` : '') +
    `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${section.landscape ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="${twips(margins.top)}" w:right="${twips(margins.right)}" w:bottom="${twips(margins.bottom)}" ` +
    `w:left="${twips(margins.left)}" w:header="${twips(10)}" w:footer="${twips(margins.bottom)}" w:gutter="0"/>${first ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}

export const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"/>`;
export const relationships = (list: readonly string[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;

/** Makes a DOCX out of ready blocks. The same blocks always give the same bytes. Page numbers stand on top, from page 2 on. */
export function writeDocx(title: string, sections: readonly DocxSection[]): Uint8Array {
  const last = sections.length - 1;
  const body = sections.map((section, at) => {
    const properties = sectionXml(section, at);
    return (
      section.blocks.join('') +
      (at === last ? properties : `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`)
    );
  });
  const footers = sections.flatMap((section, at) => (section.firstFooter ? [{ at, blocks: section.firstFooter }] : []));
  const part = (name: string, type: string): string =>
    `<Override PartName="/word/${name}" ContentType="${wordType}.${type}+xml"/>`;
  const picture = relationship('rIdPicture', 'image', 'media/placeholder.png');

  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      part('document.xml', 'document.main') +
      part('styles.xml', 'styles') +
      part('numbering.xml', 'numbering') +
      part('header.xml', 'header') +
      part('settings.xml', 'settings') +
      `${footers.map(({ at }) => part(`footer${at}.xml`, 'footer')).join('')}</Types>`,
    '_rels/.rels': relationships([
      relationship('rId1', 'officeDocument', 'word/document.xml'),
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    ]),
    'docProps/core.xml':
      `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
      `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>ru-RU</dc:language></cp:coreProperties>`,
    'word/_rels/document.xml.rels': relationships([
      relationship('rIdStyles', 'styles', 'styles.xml'),
      relationship('rIdNumbering', 'numbering', 'numbering.xml'),
      relationship('rIdSettings', 'settings', 'settings.xml'),
      relationship('rIdHeader', 'header', 'header.xml'),
      picture,
      ...footers.map(({ at }) => relationship(`rIdFooter${at}`, 'footer', `footer${at}.xml`)),
    ]),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body.join('')}</w:body></w:document>`,
    'word/styles.xml': declaration + styles,
    'word/numbering.xml': declaration + numbering,
    'word/settings.xml': `${declaration}<w:settings ${namespaces}>${settings}</w:settings>`,
    'word/header.xml': `${declaration}<w:hdr ${namespaces}>${pageNumber}</w:hdr>`,
    'word/media/placeholder.png': placeholderPicture(),
  };
  for (const { at, blocks } of footers) {
    files[`word/footer${at}.xml`] = `${declaration}<w:ftr ${namespaces}>${blocks.join('')}</w:ftr>`;
    files[`word/_rels/footer${at}.xml.rels`] = relationships([picture]);
  }
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  );
  return zipSync(bytes, { mtime: new Date(2025, 0, 1) });
}
