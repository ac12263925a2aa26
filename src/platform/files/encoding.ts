import { commonPairs } from './texts.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'ibm866' | 'koi8-r';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * How often each letter from U+0430 (a) to U+044F (ya) stands in Russian text, per thousand. Names and lists differ
 * from novels, but not so much that the order of the encodings changes.
 */
const frequency = [
  80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17, 3, 6,
  20,
];

/** The commonest goes first and wins where two read equally well. */
const singleByte: readonly TextEncodingName[] = ['windows-1251', 'ibm866', 'koi8-r'];

/** Signs above ASCII that Russian lists do hold: quotes, dashes, the number sign, no-break space, ellipsis, yo. */
const usualSigns = new Set('\u00a0\u00ab\u00bb\u2013\u2014\u2116\u201c\u201d\u201e\u2026\u0401\u0451\u2019\u00b7');

const isSmall = (code: number): boolean => code >= 0x430 && code <= 0x44f;
const isCapital = (code: number): boolean => code >= 0x410 && code <= 0x42f;

/** The rarer the letter, the less it says for Russian; a capital after a small letter says against it. */
function letterScore(code: number, previous: number): number {
  if (!isSmall(code) && !isCapital(code)) return -12;
  if (isCapital(code) && isSmall(previous)) return -8;
  const small = isSmall(code) ? code : code + 32;
  const before = isCapital(previous) ? previous + 32 : previous;
  const pair = commonPairs.has(String.fromCharCode(before, small)) ? 2 : 0;
  return Math.log(frequency[small - 0x430] ?? 1) + pair;
}

/** Higher for text that reads as Russian; 0 where there is nothing but ASCII. */
function russianScore(text: string): number {
  let sum = 0;
  let count = 0;
  let previous = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13;
    if (control || (code > 127 && !usualSigns.has(sign))) {
      sum += letterScore(code, previous);
      count += 1;
    }
    previous = code;
  }
  return count === 0 ? 0 : sum / count;
}

const decode = (bytes: Uint8Array, encoding: TextEncodingName): DecodedText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

/** Half of the bytes of UTF-16 are the number of the alphabet: 0 for ASCII, 4 for Cyrillic. */
function utf16Without(bytes: Uint8Array): TextEncodingName | undefined {
  const head = bytes.subarray(0, 4096 + (bytes.length % 2));
  const alphabets = (parity: number) =>
    head.filter((byte, index) => index % 2 === parity && (byte === 0 || byte === 4)).length / (head.length / 2);
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined;
  if (alphabets(1) > 0.8) return 'utf-16le';
  return alphabets(0) > 0.8 ? 'utf-16be' : undefined;
}

/**
 * Text of a file of unknown encoding: a byte order mark decides, then whether the bytes are faultless UTF-8, then
 * which of the old Russian encodings gives letters as frequent as in Russian.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes, 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const wide = utf16Without(bytes);
  if (wide) return decode(bytes, wide);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const head = bytes.subarray(0, 65_536);
    const scored = singleByte.map((encoding) => ({ encoding, score: russianScore(decode(head, encoding).text) }));
    const best = scored.reduce((first, next) => (next.score > first.score ? next : first));
    return decode(bytes, best.encoding);
  }
}
