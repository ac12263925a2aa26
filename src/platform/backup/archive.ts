import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { StartRefusal } from '../start-refusal.ts';
import { backupTexts } from '../texts.ts';
import { fileEntry, type Manifest, manifestEntry, manifestSchema } from './manifest.ts';

const largestManifest = 200_000_000;

export interface Archive {
  readonly manifest: Manifest;
  /** Contents of an entry; its sum has been checked when the archive was opened. */
  read(entry: string): Promise<Readable>;
  close(): void;
}

/** Opens an archive and reads all of it once: throws StartRefusal unless every entry is there and whole. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await open(path);
  try {
    const entries = await list(zip, path);
    const read = async (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      if (!entry) throw new StartRefusal(backupTexts.damaged(name));
      return zip.openReadStreamPromise(entry);
    };
    const manifest = await readManifest(entries.get(manifestEntry), path, read);
    for (const table of manifest.tables) await check(read, table.entry, table.sha256);
    for (const file of manifest.files) await check(read, fileEntry(file.path), file.sha256);
    return { manifest, read, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function open(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch (error) {
    const isThere = !(error instanceof Error && 'code' in error);
    throw new StartRefusal(isThere ? backupTexts.notArchive(path) : backupTexts.noArchive(path), { cause: error });
  }
}

async function list(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return entries;
  } catch (error) {
    throw new StartRefusal(backupTexts.notArchive(path), { cause: error });
  }
}

async function readManifest(entry: Entry | undefined, path: string, read: Archive['read']): Promise<Manifest> {
  if (!entry || entry.uncompressedSize > largestManifest) throw new StartRefusal(backupTexts.notArchive(path));
  try {
    return manifestSchema.parse(JSON.parse((await buffer(await read(manifestEntry))).toString('utf8')));
  } catch (error) {
    throw new StartRefusal(backupTexts.damaged(manifestEntry), { cause: error });
  }
}

async function check(read: Archive['read'], entry: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of await read(entry)) hash.update(chunk);
  } catch (error) {
    throw new StartRefusal(backupTexts.damaged(entry), { cause: error });
  }
  if (hash.digest('hex') !== sha256) throw new StartRefusal(backupTexts.damaged(entry));
}
