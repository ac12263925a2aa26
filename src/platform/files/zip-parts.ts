import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import yauzl from 'yauzl';

export interface ZipPart {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  /** Unpacked size as the ZIP promises it. */
  readonly full: number;
  readonly encrypted: boolean;
  /** Unpacks, never more than was promised: throws ERR_BUFFER_TOO_LARGE. */
  readonly read: () => Promise<Buffer>;
}

const inflate = promisify(inflateRaw);

/** The list of contents of a ZIP, at most `most` parts and one. Throws on a damaged one. Names are as written, unchecked. */
export async function listZipParts(bytes: Uint8Array, most: number): Promise<ZipPart[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
  const parts: ZipPart[] = [];
  for await (const entry of zip.eachEntry()) {
    const { compressedSize: packed, uncompressedSize: full, compressionMethod: method } = entry;
    const read = async () => {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const data = buffer.subarray(fileDataStart, fileDataStart + packed);
      return method === 0 ? data : inflate(data, { maxOutputLength: Math.max(full, 1) });
    };
    parts.push({
      name: entry.fileNameRaw.toString('utf8'),
      method,
      packed,
      full,
      encrypted: entry.isEncrypted(),
      read,
    });
    if (parts.length > most) break;
  }
  return parts;
}
