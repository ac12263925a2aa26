import { strToU8, zipSync } from 'fflate';
import {
  declaration,
  namespaces,
  paragraph,
  rawParagraph,
  relationship,
  relationships,
  styles,
  wordType,
} from '../../platform/docx/write-docx.ts';
import { greyPng } from '../../platform/files/grey-png.ts';
import { type FormSheet, qrDots, qrSide, qrSquares } from './form-sheet.ts';
import { formWords } from './form-texts.ts';

const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const emu = (mm: number): number => Math.round(mm * 36_000);

/** The code at the bottom right of the page, behind nothing and in front of nothing. */
const picture = (id: number): string =>
  `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="1" layoutInCell="1" allowOverlap="1">` +
  `<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${emu(210 - 8 - qrSide)}</wp:posOffset></wp:positionH>` +
  `<wp:positionV relativeFrom="page"><wp:posOffset>${emu(297 - 6 - qrSide)}</wp:posOffset></wp:positionV>` +
  `<wp:extent cx="${emu(qrSide)}" cy="${emu(qrSide)}"/><wp:wrapNone/><wp:docPr id="${id}" name="QR ${id}"/><wp:cNvGraphicFramePr/>` +
  `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="QR ${id}"/><pic:cNvPicPr/></pic:nvPicPr>` +
  `<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>` +
  `<a:ext cx="${emu(qrSide)}" cy="${emu(qrSide)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;

const footerOf = ({ whose, edition }: FormSheet, page: number, id: number): string =>
  `${declaration}<w:ftr ${namespaces}>${paragraph(whose, { size: 8, line: 1, right: qrSide })}` +
  paragraph(`${edition}. ${formWords.page} ${page}. ${formWords.keep}`, { size: 8, line: 1, right: qrSide }) +
  `${rawParagraph(picture(id), { line: 1 })}</w:ftr>`;

const section = (at: number): string =>
  `<w:sectPr><w:footerReference w:type="first" r:id="f${at}p1"/><w:footerReference w:type="default" r:id="f${at}p2"/>` +
  `<w:type w:val="nextPage"/><w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>` +
  `<w:pgMar w:top="${twips(20)}" w:right="${twips(10)}" w:bottom="${twips(qrSide + 10)}" w:left="${twips(30)}" w:header="${twips(10)}" w:footer="${twips(12)}" w:gutter="0"/>` +
  '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>';

const bodyOf = ({ title, text }: FormSheet): string =>
  paragraph(title, { align: 'center', bold: true, size: 12, line: 1, after: 8 }) +
  text
    .split('\n')
    .map((words) => {
      const align = words.includes('_') || words.includes('☐') ? 'left' : 'justify';
      return paragraph(words, { align, size: 12, line: 1, after: words === '' ? 0 : 3 });
    })
    .join('');

/**
 * All forms as one DOCX: a section each, the code in its footer. Word counts pages itself, so the first page has its own
 * code and all later ones share the second.
 */
export const formsDocx = (sheets: readonly FormSheet[], tag: string): Uint8Array => {
  const parts: string[] = [];
  const links: string[] = [relationship('rIdStyles', 'styles', 'styles.xml')];
  const types: string[] = [];
  const files: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, at) => {
    for (const page of [1, 2]) {
      const name = `f${at}p${page}`;
      const { size, dots } = qrDots(qrSquares(tag, sheet.code, page), 4);
      files[`word/media/${name}.png`] = greyPng(size, size, dots);
      files[`word/${name}.xml`] = strToU8(footerOf(sheet, page, at * 2 + page));
      files[`word/_rels/${name}.xml.rels`] = strToU8(
        relationships([relationship('rId1', 'image', `media/${name}.png`)]),
      );
      links.push(relationship(name, 'footer', `${name}.xml`));
      types.push(`<Override PartName="/word/${name}.xml" ContentType="${wordType}.footer+xml"/>`);
    }
    const last = at === sheets.length - 1;
    const end = last
      ? section(at)
      : `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>${section(at)}</w:pPr></w:p>`;
    parts.push(bodyOf(sheet) + end);
  });
  const text = (words: string) => strToU8(declaration + words);
  return zipSync(
    {
      '[Content_Types].xml': text(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
          `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
          `<Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/>${types.join('')}</Types>`,
      ),
      '_rels/.rels': strToU8(relationships([relationship('rId1', 'officeDocument', 'word/document.xml')])),
      'word/_rels/document.xml.rels': strToU8(relationships(links)),
      'word/styles.xml': text(styles),
      'word/document.xml': text(`<w:document ${namespaces}><w:body>${parts.join('')}</w:body></w:document>`),
      ...files,
    },
    { level: 1, mtime: new Date(2025, 0, 1) },
  );
};
