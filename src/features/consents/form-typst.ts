import { type FormSheet, qrSide, qrSquares, qrSvg } from './form-sheet.ts';
import { formWords } from './form-texts.ts';

/** Codes prepared for a form: a form of more pages repeats the last one, and its order is that of the scan. */
const preparedPages = 4;

const literal = (text: string): string => `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;

/** Under this label the setter leaves the number of pages of each form. */
export const endMark = '<form-end>';

const head = `#set text(font: "Tinos", lang: "ru", region: "RU", size: 12pt, hyphenate: false)
#set par(justify: true, leading: 0.55em, spacing: 0.55em)
#let box-mark = box(width: 3.2mm, height: 3.2mm, stroke: 0.6pt, baseline: 0.4mm)
#let form(whose, edition, codes, body) = {
  counter(page).update(1)
  page(paper: "a4", margin: (left: 30mm, right: 10mm, top: 20mm, bottom: ${qrSide + 10}mm), background: context {
    let number = counter(page).get().first()
    place(bottom + right, dx: -8mm, dy: -6mm, image(bytes(codes.at(calc.min(number, codes.len()) - 1)), format: "svg", width: ${qrSide}mm))
    place(bottom + left, dx: 30mm, dy: -10mm, block(width: 125mm, text(size: 8pt)[#whose \\ #edition. ${formWords.page} #number \\ #text(fill: luma(90))[${formWords.keep}]]))
  }, body + context [#metadata(counter(page).get().first()) ${endMark}])
}
`;

/** A line of the text: boxes to tick are drawn, everything else is plain words. */
const line = (text: string): string => {
  if (text.trim() === '') return '#v(0.7em)';
  const parts = text.split('☐').map((words) => `#text(${literal(words)})`);
  const left = text.includes('_') || text.includes('☐') ? ', justify: false' : '';
  return `#par([${parts.join('#box-mark')}]${left})`.replace(
    /^#par\((.*)(, justify: false)\)$/s,
    '#par(justify: false, $1)',
  );
};

/** Typst source of many forms: each starts on a page of its own and counts its pages itself. */
export const formsTypst = (sheets: readonly FormSheet[], tag: string): string =>
  head +
  sheets
    .map(({ code, title, whose, edition, text }) => {
      const codes = Array.from({ length: preparedPages }, (_, at) => literal(qrSvg(qrSquares(tag, code, at + 1))));
      const body = [
        `#align(center, text(weight: "bold", ${literal(title)}))`,
        '#v(0.7em)',
        ...text.split('\n').map(line),
      ];
      return `#form(${literal(whose)}, ${literal(edition)}, (${codes.join(', ')}), [\n${body.join('\n')}\n])`;
    })
    .join('\n');
