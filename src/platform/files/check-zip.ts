import type { ForeignFamily, UploadFamily } from './file-kind.ts';
import { listZipParts, type ZipPart } from './zip-parts.ts';

/** What an office package may cost; ordinary ones stay far below. */
export const zipLimits = { entries: 2_000, bytes: 200 * 1024 * 1024, ratio: 100 } as const;

export type ZipRefusal =
  | 'damaged'
  | 'too-many-entries'
  | 'too-large-inside'
  | 'compressed-too-hard'
  | 'false-sizes'
  | 'unsafe-names'
  | 'encrypted'
  | 'macros'
  | 'active-content'
  | 'external-links'
  | 'doctype';

/** `template`: kept and filled in again and again, so nothing active may be inside. `data`: read once for its text. */
export type UploadPurpose = 'template' | 'data';

export type ZipVerdict =
  | { readonly ok: true; readonly family: UploadFamily | ForeignFamily }
  | { readonly ok: false; readonly reason: ZipRefusal };

const no = (reason: ZipRefusal): ZipVerdict => ({ ok: false, reason });

/** A ratio means a bomb only where there is something to burst: small parts of XML are often squeezed hard. */
const bombBytes = 8 * 1024 * 1024;

const unsafeName = (name: string): boolean =>
  name.startsWith('/') || name.includes('\\') || /^[a-z]:/i.test(name) || name.split('/').includes('..');

/** Verdict on the list of contents alone, before anything is unpacked. */
function judgeList(parts: readonly ZipPart[]): ZipRefusal | undefined {
  if (parts.length > zipLimits.entries) return 'too-many-entries';
  if (parts.some((part) => part.encrypted)) return 'encrypted';
  if (parts.some((part) => unsafeName(part.name))) return 'unsafe-names';
  if (parts.some((part) => part.method !== 0 && part.method !== 8)) return 'damaged';
  const full = parts.reduce((sum, part) => sum + part.full, 0);
  if (full > zipLimits.bytes) return 'too-large-inside';
  const hard = (part: { packed: number; full: number }) =>
    part.full > bombBytes && part.full > part.packed * zipLimits.ratio;
  if (parts.some(hard)) return 'compressed-too-hard';
  const packed = parts.reduce((sum, part) => sum + part.packed, 0);
  if (hard({ packed, full })) return 'compressed-too-hard';
  if (parts.some((part) => /(^|\/)vbaProject[^/]*\.bin$/i.test(part.name))) return 'macros';
  if (parts.some((part) => /^(Basic|Scripts)\/./i.test(part.name))) return 'macros';
  return undefined;
}

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);

/** Written by old OpenOffice with a DOCTYPE of its own; nobody reads it. */
const mayHaveDoctype = 'META-INF/manifest.xml';

function judgeXml(name: string, body: Buffer, purpose: UploadPurpose): ZipRefusal | undefined {
  if (name !== mayHaveDoctype && (body.includes('<!DOCTYPE') || body.includes('<!DOCTYPE', 0, 'utf16le')))
    return 'doctype';
  if (name === mayHaveDoctype && body.includes('encryption-data')) return 'encrypted';
  if (name.endsWith('.rels') && hasExternalLinks(body.toString('utf8'), purpose)) return 'external-links';
  return undefined;
}

/** Links to addresses are text; anything else from outside would be fetched by the program that opens the file. */
function hasExternalLinks(rels: string, purpose: UploadPurpose): boolean {
  const relations = rels.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? [];
  return relations.some((relation) => {
    if (!/TargetMode\s*=\s*["']External["']/i.test(relation)) return false;
    const type = /Type\s*=\s*["'][^"']*\/([^"'/]*)["']/i.exec(relation)?.[1] ?? '';
    return type !== 'hyperlink' && !(purpose === 'data' && type === 'externalLinkPath');
  });
}

const packageKinds: readonly (readonly [RegExp, UploadFamily | ForeignFamily])[] = [
  [/spreadsheetml\.(sheet|template)\.main\+xml/, 'xlsx'],
  [/wordprocessingml\.(document|template)\.main\+xml/, 'docx'],
  [/ms-excel\.sheet\.binary/, 'xlsb'],
];

function familyOf(contentTypes: string | undefined, mimetype: string | undefined): UploadFamily | ForeignFamily {
  if (mimetype?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  if (mimetype?.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (contentTypes === undefined) return mimetype === undefined ? 'archive' : 'other';
  return packageKinds.find(([pattern]) => pattern.test(contentTypes))?.[1] ?? 'other';
}

/**
 * Looks into a ZIP without trusting it: first the list of contents, then every part is unpacked by itself, with the
 * promised size as a hard limit, and forgotten again. Memory: the largest part at a time.
 */
export async function checkZip(bytes: Uint8Array, purpose: UploadPurpose): Promise<ZipVerdict> {
  const parts = await listZipParts(bytes, zipLimits.entries).catch(() => undefined);
  if (!parts) return no('damaged');
  const wrong = judgeList(parts);
  if (wrong) return no(wrong);

  let contentTypes: string | undefined;
  let mimetype: string | undefined;
  for (const part of parts) {
    if (part.name.endsWith('/')) continue;
    const body = await part.read().catch((error: unknown): ZipRefusal => (tooLong(error) ? 'false-sizes' : 'damaged'));
    if (typeof body === 'string') return no(body);
    if (body.length !== part.full) return no('false-sizes');
    if (part.name === '[Content_Types].xml') contentTypes = body.toString('utf8');
    if (part.name === 'mimetype') mimetype = body.toString('utf8');
    const bad = isXml(part.name) ? judgeXml(part.name, body, purpose) : undefined;
    if (bad) return no(bad);
  }

  const family = familyOf(contentTypes, mimetype);
  if (family !== 'xlsb' && contentTypes !== undefined && /macroEnabled/i.test(contentTypes)) return no('macros');
  const active = parts.some((part) => /(^|\/)(activeX|embeddings)\//i.test(part.name));
  if (purpose === 'template' && active) return no('active-content');
  return { ok: true, family };
}

const tooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
