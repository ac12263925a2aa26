import type {
  Block,
  Paper,
  PaperSection,
  Paragraph,
  PictureRun,
  Run,
  Table,
  TableCell,
  TextRun,
} from '../docx/paper.ts';

/** A Typst source, and the pictures it names. */
export interface TypstSource {
  readonly source: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/*
 * Metrics of Tinos, which are those of Times New Roman: with these edges a line is as high as in Word, so pages break at the same places.
 * A single line is 1.149 of the size: ascent 0.891, descent 0.216, gap 0.042.
 */
const ascent = 0.891;
const descent = 0.216;
const single = 1.149;
const amber = '#FFE3A3';

const mm = (value: number): string => `${value.toFixed(3)}mm`;
const pt = (value: number): string => `${value.toFixed(3)}pt`;

/** A Typst string literal. Spaces stay as they are, so no text can become markup. */
const literal = (text: string): string =>
  `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`).replace(/[\r\n\t]/g, ' ')}"`;

/** Sets a paper for Typst: same lines and pages as LibreOffice and Word would make, as far as the metrics go. */
export function paperToTypst(paper: Paper, title = ''): TypstSource {
  const pictures = new Map<string, Uint8Array>();
  const setter = typeSetter(pictures);
  const head = [
    `#set document(title: ${literal(title)})`,
    `#set text(font: "Tinos", lang: "ru", region: "RU", hyphenate: false, overhang: false, kerning: false, ligatures: false, top-edge: ${ascent}em, bottom-edge: -${descent}em)`,
    '#set par(linebreaks: "simple", spacing: 0pt, justification-limits: (spacing: (min: 100%, max: 150%)))',
    '#set block(spacing: 0pt)',
  ];
  const sections = paper.sections.map((section, at) => setter.section(section, at));
  return { source: [...head, ...sections].join('\n'), pictures };
}

function typeSetter(pictures: Map<string, Uint8Array>) {
  function section(part: PaperSection, at: number): string {
    const { page } = part;
    const label = `<section-${at}>`;
    const setup =
      `#set page(width: ${mm(page.width)}, height: ${mm(page.height)}, margin: (top: ${mm(page.top)}, right: ${mm(page.right)}, ` +
      `bottom: ${mm(page.bottom)}, left: ${mm(page.left)}), background: ${background(part, label)})`;
    return [setup, `#metadata(none) ${label}`, foot(part), ...blocks(part.blocks)].join('\n');
  }

  /** What stands in the margins: the page number above, the footer of all pages but the first below. */
  function background(part: PaperSection, label: string): string {
    const { page } = part;
    const shift = mm((page.left - page.right) / 2);
    const later = `here().page() != locate(${label}).page()`;
    const number = `place(top + center, dx: ${shift}, dy: ${mm(page.header)}, text(size: 14pt, counter(page).display()))`;
    const shown = part.numbers === 'none' ? [] : [part.numbers === 'every-page' ? number : `if ${later} { ${number} }`];
    if (part.footer.length > 0) {
      const width = mm(page.width - page.left - page.right);
      const below = `place(bottom + left, dx: ${mm(page.left)}, dy: -${mm(page.footer)}, block(width: ${width})[${blocks(part.footer).join('')}])`;
      shown.push(`if ${later} { ${below} }`);
    }
    return shown.length > 0 ? `context { ${shown.join('; ')} }` : 'none';
  }

  /** The footer of the first page takes room from the text above it, as in Word, and never lies over it. */
  function foot({ firstFooter, page }: PaperSection): string {
    if (firstFooter.length === 0) return '';
    const room = mm(page.bottom - page.footer);
    const content = `block(width: ${mm(page.width - page.left - page.right)})[${blocks(firstFooter).join('')}]`;
    return (
      `#context { let foot = ${content}; let taken = calc.max(0pt, measure(foot).height - ${room}); ` +
      `place(bottom, float: true, clearance: 0pt, block(width: 100%, height: taken, place(bottom + left, dy: ${room}, foot))) }`
    );
  }

  const blocks = (list: readonly Block[], width = Number.POSITIVE_INFINITY): string[] =>
    list.map((block) => (block.kind === 'paragraph' ? paragraph(block, width) : table(block)));

  function paragraph(block: Paragraph, width: number): string {
    const broken = block.newPage ? '#pagebreak(weak: true)\n' : '';
    const parts = splitAtPageBreaks(block.runs);
    return broken + parts.map((runs) => lines(block, runs, width)).join('\n#pagebreak()\n');
  }

  function lines(block: Paragraph, runs: readonly Run[], width: number): string {
    const size = Math.max(0, ...runs.flatMap((run) => (run.kind === 'text' ? [run.size] : []))) || block.size;
    const leading = size * (single * block.line - ascent - descent);
    const picture = runs.every((run) => run.kind === 'picture') && runs.length > 0;
    const height = size * single * block.line;
    const look = [
      `justify: ${block.align === 'justify'}`,
      `leading: ${pt(leading)}`,
      `first-line-indent: (amount: ${mm(Math.max(0, block.indent))}, all: true)`,
      `hanging-indent: ${mm(Math.max(0, -block.indent))}`,
    ];
    const left = block.left + Math.min(0, block.indent);
    const body =
      runs.length > 0
        ? `#par(${look.join(', ')})[${runs.map((run, at) => inline(run, runs, at, width)).join('')}]`
        : '';
    const side = block.align === 'center' || block.align === 'right' ? `#align(${block.align})[${body}]` : body;
    const inset = `(left: ${mm(left)}, right: ${mm(block.right)}, top: ${pt(block.before)}, bottom: ${pt(block.after + (picture ? 0 : leading))})`;
    const shape = runs.length > 0 ? '' : `, height: ${pt(height + block.before + block.after)}`;
    const stays = block.keepWithNext ? ', sticky: true' : '';
    return `#block(width: 100%, inset: ${inset}${shape}${stays})[${side}]`;
  }

  function inline(run: Run, all: readonly Run[], at: number, width: number): string {
    if (run.kind === 'text') return words(run, width);
    if (run.kind === 'line-break') return '#linebreak()';
    if (run.kind === 'tab') return all.slice(0, at).every(({ kind }) => kind === 'tab') ? `#h(${mm(12.5)})` : '#h(1fr)';
    return run.kind === 'picture' ? image(run) : '';
  }

  /** A word wider than its cell would run over the rule: only such words are hyphenated. */
  function words({ text, size, bold, italic, underline, mark }: TextRun, width: number): string {
    const look = `size: ${pt(size)}${bold ? ', weight: "bold"' : ''}${italic ? ', style: "italic"' : ''}`;
    const parts = cutAtLongWords(text, size, width).map((part) => {
      let set = `text(${look}${part.long ? ', hyphenate: true' : ''}, ${literal(part.text)})`;
      if (underline) set = `underline(${set})`;
      if (mark === 'blank') set = `highlight(fill: rgb("${amber}"), top-edge: 0.8em, bottom-edge: -0.25em, ${set})`;
      return `#${set};`;
    });
    return parts.join('');
  }

  function image({ bytes, format, width, height, alt }: PictureRun): string {
    const name = `/picture-${pictures.size}.${format === 'png' ? 'png' : 'jpg'}`;
    pictures.set(name, bytes);
    return `#box(image(${literal(name)}, width: ${mm(width)}, height: ${mm(height)}, fit: "stretch", alt: ${literal(alt)}));`;
  }

  function table({ widths, ruled, padding, headRows, rows }: Table): string {
    const cells = rows.map((row) => {
      let column = 0;
      const set = row.cells.map((each) => {
        const width = widths.slice(column, column + each.columns).reduce((sum, one) => sum + one, 0) - 2 * padding;
        column += each.columns;
        return cell(each, row.keepWhole, width);
      });
      return set.join(', ');
    });
    const head =
      headRows > 0 && headRows < rows.length
        ? `table.header(repeat: true, ${cells.slice(0, headRows).join(', ')}), `
        : '';
    const body = head ? cells.slice(headRows) : cells;
    const stroke = ruled ? '0.5pt + black' : 'none';
    return (
      `#table(columns: (${widths.map(mm).join(', ')},), stroke: ${stroke}, inset: (x: ${mm(padding)}, y: ${ruled ? pt(0.25) : '0pt'}), align: left + top, ` +
      `${head}${body.filter(Boolean).join(', ')})`
    );
  }

  function cell({ columns, rows, vertical, blocks: content }: TableCell, whole: boolean, width: number): string {
    const place = [
      columns > 1 ? `colspan: ${columns}` : '',
      rows > 1 ? `rowspan: ${rows}` : '',
      vertical === 'top' ? '' : `align: ${vertical === 'middle' ? 'horizon' : 'bottom'}`,
      whole && rows === 1 ? 'breakable: false' : '',
    ].filter(Boolean);
    return `table.cell(${place.join(', ')})[${blocks(content, width).join('')}]`;
  }

  return { section };
}

/** Width of a word in millimetres, a little too much rather than too little: half of the size for most letters of Tinos, more for the wide ones. */
const wordWidth = (word: string, size: number): number =>
  (word.length * 0.51 + (word.match(/[жмшщыюфЖМШЩЫЮФДЕА-ЯA-Zmw]/g)?.length ?? 0) * 0.22) * size * 0.3528;

/** Cuts text into words that would run over the edge of their cell, which are hyphenated, and all the rest, which is not. */
function cutAtLongWords(
  text: string,
  size: number,
  width: number,
): { readonly text: string; readonly long: boolean }[] {
  const parts: { text: string; long: boolean }[] = [];
  for (const piece of text.split(/(?<=[\s-])/)) {
    const long = wordWidth(piece.trim(), size) > width;
    const last = parts.at(-1);
    if (last && last.long === long && !long) last.text += piece;
    else parts.push({ text: piece, long });
  }
  return parts;
}

function splitAtPageBreaks(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind === 'page-break') parts.push([]);
    else parts.at(-1)?.push(run);
  }
  return parts;
}
