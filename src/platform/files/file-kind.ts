import { fileTypeFromBuffer } from 'file-type';

/** Families that we can do something with; `text` is any plain text, CSV among it. */
export type UploadFamily = 'xlsx' | 'ods' | 'xls' | 'docx' | 'odt' | 'text' | 'pdf' | 'jpeg' | 'png' | 'tiff';

/** Families that we recognise only to say what to do with them. */
export type ForeignFamily = 'doc' | 'rtf' | 'xlsb' | 'encrypted' | 'image' | 'archive' | 'other';

const at = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((value, index) => bytes[index] === value);

const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le');

export const isZip = (bytes: Uint8Array): boolean => at(bytes, 0x50, 0x4b, 0x03, 0x04);

export const isOle = (bytes: Uint8Array): boolean => at(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Names of the streams of the old Office files stand in them as UTF-16. */
export function oleFamily(bytes: Uint8Array): UploadFamily | ForeignFamily {
  if (holds(bytes, 'EncryptedPackage')) return 'encrypted';
  if (holds(bytes, 'WordDocument')) return 'doc';
  if (holds(bytes, 'Workbook')) return 'xls';
  return 'other';
}

/** A project of macros inside an old Office file. */
export const oleHasMacros = (bytes: Uint8Array): boolean => holds(bytes, '_VBA_PROJECT');

/** Plain text has no control characters; UTF-16 has a zero in every second byte. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (at(bytes, 0xff, 0xfe) || at(bytes, 0xfe, 0xff)) return true;
  const head = bytes.subarray(0, 4096);
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls += 1;
  }
  if (zeros === 0) return controls === 0;
  const odd = head.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  return (odd === 0 || odd === zeros) && zeros > head.length / 20;
}

const byMime: Readonly<Record<string, UploadFamily | ForeignFamily>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/tiff': 'tiff',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/x-7z-compressed': 'archive',
  'application/x-rar-compressed': 'archive',
  'application/vnd.rar': 'archive',
  'application/gzip': 'archive',
};

/** The family of a file that is neither a ZIP nor an old Office file, by its first bytes and not by its name. */
export async function plainFamily(bytes: Uint8Array): Promise<UploadFamily | ForeignFamily> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 8192)).catch(() => undefined);
  const family = found && (byMime[found.mime] ?? (found.mime.startsWith('image/') ? 'image' : undefined));
  if (family) return family;
  return looksLikeText(bytes) ? 'text' : 'other';
}
