import { create } from 'qrcode';
import { qrText } from './form-code.ts';

/** One form as it is printed. Plain data: it is copied into the worker. */
export interface FormSheet {
  readonly code: string;
  readonly title: string;
  /** Whose form it is, for those who hand the papers out. */
  readonly whose: string;
  /** Which text it is: «редакция 2 от 01.09.2026». */
  readonly edition: string;
  /** The text with its tags filled in; a line is a paragraph. */
  readonly text: string;
}

/** Squares of a QR code: `on(x, y)` is dark. */
export interface QrSquares {
  readonly side: number;
  on(x: number, y: number): boolean;
}

/** The code of one page. A quarter of it may be covered by a stamp and it is still read. */
export const qrSquares = (tag: string, code: string, page: number): QrSquares => {
  const { modules } = create([{ data: qrText(tag, code, page), mode: 'alphanumeric' }], { errorCorrectionLevel: 'Q' });
  return { side: modules.size, on: (x, y) => modules.get(y, x) === 1 };
};

/** Side of the printed code with its quiet zone, millimetres: five dots a square at 150 dpi. */
export const qrSide = 26;
const quiet = 4;

/** A drawing of the code: runs of dark squares in one path. */
export const qrSvg = ({ side, on }: QrSquares): string => {
  let path = '';
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!on(x, y)) continue;
      const from = x;
      while (x + 1 < side && on(x + 1, y)) x++;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  const whole = side + 2 * quiet;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-${quiet} -${quiet} ${whole} ${whole}"><path d="${path}"/></svg>`;
};

/** Rows of grey dots of the code, eight dots a square, for formats that take pictures only. */
export const qrDots = ({ side, on }: QrSquares, scale = 8): { size: number; dots: Uint8Array } => {
  const size = (side + 2 * quiet) * scale;
  const dots = new Uint8Array(size * size).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (!on(x, y)) continue;
      for (let row = 0; row < scale; row++) {
        const start = ((y + quiet) * scale + row) * size + (x + quiet) * scale;
        dots.fill(0, start, start + scale);
      }
    }
  return { size, dots };
};
