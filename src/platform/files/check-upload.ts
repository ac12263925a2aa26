import { checkZip, type UploadPurpose, type ZipRefusal } from './check-zip.ts';
import {
  type ForeignFamily,
  isOle,
  isZip,
  oleFamily,
  oleHasMacros,
  plainFamily,
  type UploadFamily,
} from './file-kind.ts';

export const uploadLimit = 25 * 1024 * 1024;

export type UploadReason = ZipRefusal | 'empty' | 'too-big' | 'wrong-kind';

export interface CheckedUpload {
  readonly name: string;
  readonly family: UploadFamily;
  readonly bytes: Uint8Array;
}

export interface UploadRefusal {
  readonly ok: false;
  readonly reason: UploadReason;
  /** What the file is, where that says more than the reason. */
  readonly found?: UploadFamily | ForeignFamily;
}

export type UploadVerdict = { readonly ok: true; readonly value: CheckedUpload } | UploadRefusal;

/** Families for the usual doors. */
export const tableFamilies: readonly UploadFamily[] = ['xlsx', 'ods', 'xls', 'text'];
export const documentTableFamilies: readonly UploadFamily[] = ['docx', 'odt', 'xlsx', 'ods', 'xls', 'text'];
export const templateFamilies: readonly UploadFamily[] = ['docx'];
export const scanFamilies: readonly UploadFamily[] = ['pdf', 'jpeg', 'png', 'tiff'];

/**
 * Verdict on an uploaded file before anything parses it. The family comes from the content; the name only goes
 * through. Words for every reason: `uploadRefusalText` in texts.ts.
 */
export async function checkUpload(
  file: { readonly name: string; readonly bytes: Uint8Array },
  wanted: readonly UploadFamily[],
  purpose: UploadPurpose = 'data',
): Promise<UploadVerdict> {
  const { bytes } = file;
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes.length > uploadLimit) return { ok: false, reason: 'too-big' };

  const seen = await see(bytes, purpose);
  if (!seen.ok) return seen;
  const family = wanted.find((each) => each === seen.family);
  if (!family) return { ok: false, reason: 'wrong-kind', found: seen.family };
  if (family === 'text' && isBlankText(bytes)) return { ok: false, reason: 'empty' };
  return { ok: true, value: { name: file.name, family, bytes } };
}

type Seen = { readonly ok: true; readonly family: UploadFamily | ForeignFamily } | UploadRefusal;

async function see(bytes: Uint8Array, purpose: UploadPurpose): Promise<Seen> {
  if (isZip(bytes)) return checkZip(bytes, purpose);
  if (!isOle(bytes)) return { ok: true, family: await plainFamily(bytes) };
  const family = oleFamily(bytes);
  if (family === 'encrypted') return { ok: false, reason: 'encrypted' };
  if (oleHasMacros(bytes)) return { ok: false, reason: 'macros' };
  return { ok: true, family };
}

const isBlankText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf || byte >= 0xfe);
