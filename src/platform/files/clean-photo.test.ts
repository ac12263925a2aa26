import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { cleanPhoto, mostPhotoBytes, turnOf } from './clean-photo.ts';

const from64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** 24 × 16 dots; the second is progressive: ten scans instead of one. */
const plain = from64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFhABAQEAAAAAAAAAAAAAAAAAABRh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAb/xAAWEQADAAAAAAAAAAAAAAAAAAAAFmL/2gAMAwEAAhEDEQA/AMrs0s1PWaWasESS9c6KGzRPWaCJIc6P/9k=',
);
const progressive = from64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAAc9FVZZEf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AalT/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAIAQIBAT8BkSP/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IUB//9oADAMBAAIAAwAAABDHH//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAEDAQE/EKU//8QAFREBAQAAAAAAAAAAAAAAAAAAAHH/2gAIAQIBAT8QlL//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/EF//AP/Z',
);
const dot = from64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=');

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const segment = (marker: number, text: string): Buffer => {
  const body = Buffer.from(text, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
};

/** A block as a phone writes it: the turn, a pointer to the place, and the words of both. */
const exif = (turn: number, order: 'MM' | 'II' = 'MM'): string => {
  const tiff = Buffer.alloc(38);
  tiff.write(order, 'latin1');
  const short = (value: number, at: number) =>
    order === 'MM' ? tiff.writeUInt16BE(value, at) : tiff.writeUInt16LE(value, at);
  const long = (value: number, at: number) =>
    order === 'MM' ? tiff.writeUInt32BE(value, at) : tiff.writeUInt32LE(value, at);
  short(42, 2);
  long(8, 4);
  short(2, 8);
  short(0x8825, 10);
  short(4, 12);
  long(1, 14);
  short(0x0112, 22);
  short(3, 24);
  long(1, 26);
  short(turn, 30);
  return `Exif\0\0${tiff.toString('latin1')}GPS 58.6035 49.6680`;
};

/** Puts segments behind the start of a JPEG, and words after its end. */
const written = (jpeg: Uint8Array, segments: readonly Buffer[], after = ''): Uint8Array =>
  new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), Buffer.from(after, 'latin1')]));

const cleaned = (bytes: Uint8Array, family: 'jpeg' | 'png' = 'jpeg'): Uint8Array => {
  const photo = cleanPhoto(bytes, family);
  if (!photo.ok) throw new Error(photo.reason);
  return photo.bytes;
};

test('a photo without anything written about it stays the same, byte for byte', () => {
  expect(cleanPhoto(plain, 'jpeg')).toEqual({ ok: true, bytes: plain, width: 24, height: 16 });
  expect(cleanPhoto(progressive, 'jpeg')).toEqual({ ok: true, bytes: progressive, width: 24, height: 16 });
  expect(cleanPhoto(dot, 'png')).toEqual({ ok: true, bytes: dot, width: 1, height: 1 });
});

test('the place, the camera, comments and a film after the end are gone; the picture is untouched', () => {
  const told = [
    segment(0xe1, exif(1)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0Author'),
    segment(0xe2, 'MPF\0preview'),
    segment(0xed, 'Photoshop 3.0'),
    segment(0xfe, 'Comment'),
  ];
  for (const jpeg of [plain, progressive]) expect(cleaned(written(jpeg, told, 'ftypmp42 film'))).toEqual(jpeg);
});

test.each(['MM', 'II'] as const)('the turn of a photo stays (%s), alone', (order) => {
  const bytes = cleaned(written(plain, [segment(0xe1, exif(6, order))]));

  expect(latin(bytes)).not.toContain('GPS');
  expect(bytes.length).toBe(plain.length + 36);
  const at = Buffer.from(bytes).indexOf('Exif\0\0', 0, 'latin1');
  expect(turnOf(bytes.slice(at + 6))).toBe(6);
  expect(cleaned(bytes)).toEqual(bytes);
});

test('colour profiles and Adobe’s mixing of colours stay: without them the picture looks wrong', () => {
  const bytes = cleaned(written(plain, [segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'), segment(0xee, 'Adobe\0d')]));

  expect(latin(bytes)).toContain('ICC_PROFILE');
  expect(latin(bytes)).toContain('Adobe');
});

test('words and times inside a PNG are gone, its turn stays', () => {
  const chunk = (type: string, text: string): Buffer => {
    const named = Buffer.from(type + text, 'latin1');
    const [head, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    head.writeUInt32BE(text.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([head, named, sum]);
  };
  const put = (...chunks: readonly Buffer[]) =>
    new Uint8Array(Buffer.concat([dot.subarray(0, 33), ...chunks, dot.subarray(33), Buffer.from('after the end')]));

  expect(cleaned(put(chunk('tEXt', 'Author\0Anna'), chunk('tIME', '1234567')), 'png')).toEqual(dot);
  const turned = cleaned(put(chunk('eXIf', exif(8).slice(6))), 'png');
  expect(latin(turned)).not.toContain('GPS');
  expect(turned.length).toBe(dot.length + 12 + 26);
  expect(cleaned(turned, 'png')).toEqual(turned);
});

test('what cannot be read to its end, and what is too big, is refused', () => {
  const refusal = (bytes: Uint8Array, family: 'jpeg' | 'png' = 'jpeg') => {
    const photo = cleanPhoto(bytes, family);
    return photo.ok ? 'kept' : photo.reason;
  };
  for (let length = 0; length < plain.length - 1; length++) expect(refusal(plain.slice(0, length))).toBe('broken');
  for (let length = 0; length < dot.length; length++) expect(refusal(dot.slice(0, length), 'png')).toBe('broken');
  expect(refusal(dot)).toBe('broken');
  expect(refusal(new Uint8Array(mostPhotoBytes + 1))).toBe('too-big');
  const wide = dot.slice();
  new DataView(wide.buffer).setUint32(16, 70_000_000);
  expect(refusal(wide, 'png')).toBe('too-big');
});
