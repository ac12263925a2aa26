import { crc32 } from 'node:zlib';

/** A photo bigger than this on a side shows more faces than a page needs; phones make up to 12 000 dots. */
export const mostPhotoBytes = 15 * 1024 * 1024;
export const mostPhotoDots = 60_000_000;

export type PhotoRefusal = 'broken' | 'too-big';

export type CleanPhoto =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly reason: PhotoRefusal };

const broken: CleanPhoto = { ok: false, reason: 'broken' };

/**
 * The photo without what a camera or a program wrote about it: where and when it was taken, by whom and with what, comments,
 * previews, and whatever lies after its end (a second picture, a film). The picture itself is not touched; its turn stays, in
 * a block that holds nothing else, and so do colours. Refuses what cannot be read to its end, and what is too big.
 */
export const cleanPhoto = (bytes: Uint8Array, family: 'jpeg' | 'png'): CleanPhoto => {
  if (bytes.length > mostPhotoBytes) return { ok: false, reason: 'too-big' };
  try {
    const cleaned = family === 'jpeg' ? cleanJpeg(bytes) : cleanPng(bytes);
    if (!cleaned || cleaned.width === 0 || cleaned.height === 0) return broken;
    if (cleaned.width * cleaned.height > mostPhotoDots) return { ok: false, reason: 'too-big' };
    return { ok: true, ...cleaned };
  } catch (error) {
    if (error instanceof RangeError) return broken;
    throw error;
  }
};

interface Cleaned {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** The turn out of an EXIF block (TIFF), 1 to 8; 1 when it says none. Only the first directory is looked at: it stands there. */
export const turnOf = (tiff: Uint8Array): number => {
  if (tiff.length < 14) return 1;
  const view = viewOf(tiff);
  const little = latin(tiff, 0, 2) === 'II';
  if (!little && latin(tiff, 0, 2) !== 'MM') return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let place = 0; place < entries; place++) {
    const at = directory + 2 + place * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const turn = view.getUint16(at + 8, little);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
};

/** An EXIF block that says the turn and nothing else: one directory of one entry, big-endian. */
const turnOnly = (turn: number): Uint8Array =>
  new Uint8Array([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]);

const exifHead = 'Exif\0\0';

/** JFIF without its thumbnail, colour profiles, and how Adobe mixed the colours: without them the picture looks wrong. */
const keptSegment = (marker: number, body: Uint8Array): Uint8Array | null => {
  if (marker === 0xe0) return latin(body, 0, 5) === 'JFIF\0' ? withoutThumbnail(body) : null;
  if (marker === 0xe2) return latin(body, 0, 12) === 'ICC_PROFILE\0' ? body : null;
  if (marker === 0xee) return latin(body, 0, 5) === 'Adobe' ? body : null;
  if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) return null;
  return body;
};

const withoutThumbnail = (jfif: Uint8Array): Uint8Array => {
  const short = jfif.slice(0, 14);
  short.fill(0, 12, 14);
  return short;
};

const segment = (marker: number, body: Uint8Array): Uint8Array => {
  const length = body.length + 2;
  return joined([new Uint8Array([0xff, marker, length >> 8, length & 0xff]), body]);
};

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the dots of a scan end: at the next marker that is neither a stuffed zero nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RangeError('a scan without an end');
};

const cleanJpeg = (bytes: Uint8Array): Cleaned | undefined => {
  const view = viewOf(bytes);
  if (view.getUint16(0) !== 0xffd8) return undefined;
  const parts: Uint8Array[] = [];
  let [turn, width, height] = [1, 0, 0];
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && latin(body, 0, 6) === exifHead) turn = turnOf(body.slice(6));
    if (isFrame(marker)) [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    const kept = keptSegment(marker, body);
    if (kept) parts.push(segment(marker, kept));
    at += 2 + length;
    if (marker !== 0xda) continue;
    const end = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, end));
    at = end;
  }
  const turned = turn === 1 ? [] : [segment(0xe1, joined([Buffer.from(exifHead, 'latin1'), turnOnly(turn)]))];
  // JFIF, where it is, comes first; the turn goes after it.
  const first = parts[0]?.[1] === 0xe0 ? 1 : 0;
  const body = [...parts.slice(0, first), ...turned, ...parts.slice(first)];
  return { bytes: joined([new Uint8Array([0xff, 0xd8]), ...body, new Uint8Array([0xff, 0xd9])]), width, height };
};

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The picture and its colours; texts, times and everything that nobody knows stay out. */
const keptChunks = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP', 'pHYs', 'IDAT', 'IEND'];

const chunk = (type: string, body: Uint8Array): Uint8Array => {
  const named = joined([Buffer.from(type, 'latin1'), body]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return joined([head, named, sum]);
};

const cleanPng = (bytes: Uint8Array): Cleaned | undefined => {
  if (pngHead.some((byte, place) => bytes[place] !== byte)) return undefined;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  let turn = 1;
  for (let at = 8; ; ) {
    const length = view.getUint32(at);
    const type = latin(bytes, at + 4, 4);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    if (type === 'eXIf') turn = turnOf(bytes.slice(at + 8, end - 4));
    if (keptChunks.includes(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  const [head, ...rest] = parts;
  if (!head || latin(head, 4, 4) !== 'IHDR' || head.length < 25) return undefined;
  const turned = turn === 1 ? [] : [chunk('eXIf', turnOnly(turn))];
  const sides = viewOf(head);
  return {
    bytes: joined([new Uint8Array(pngHead), head, ...turned, ...rest]),
    width: sides.getUint32(8),
    height: sides.getUint32(12),
  };
};
