import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { CollegeScope } from '../kernel/actor.ts';
import type { Ctx } from './context.ts';
import { found } from './http/replies.ts';

/** Where the bytes of files lie. Content-addressed inside a college, so the same file is kept once. */
export interface FileStore {
  /** Durable when it resolves. */
  put(college: CollegeScope, bytes: Uint8Array): Promise<{ sha256: string; size: number }>;
  read(college: CollegeScope, sha256: string): Promise<Buffer>;
  stream(college: CollegeScope, sha256: string): ReadableStream;
  /** Wipes the contents. Only when no entry of the register names them any more, and after the commit. */
  remove(college: CollegeScope, sha256: string): Promise<void>;
}

/** Files in a local directory: <dir>/<college>/<first two>/<sha256>. */
export const localFiles = (dir: string): FileStore => {
  const place = (college: string, sha256: string) => join(dir, college, sha256.slice(0, 2), sha256);

  return {
    async put(college, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = place(college, sha256);
      const known = await stat(path).catch(() => undefined);
      if (known?.size !== bytes.length) {
        await mkdir(join(path, '..'), { recursive: true });
        const aside = `${path}.${randomUUID()}`;
        const handle = await open(aside, 'w');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(aside, path);
      }
      return { sha256, size: bytes.length };
    },
    read: (college, sha256) => readFile(place(college, sha256)),
    stream: (college, sha256) => Readable.toWeb(createReadStream(place(college, sha256))) as ReadableStream,
    remove: (college, sha256) => rm(place(college, sha256), { force: true }),
  };
};

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

/** Stores bytes and registers the file in the college; the row is only there if the transaction commits. */
export const keepFile = async (
  { db, actor, store }: Pick<Ctx, 'db' | 'actor'> & { store: FileStore },
  { bytes, name, mediaType }: { bytes: Uint8Array; name: string; mediaType: string },
): Promise<string> => {
  const { sha256, size } = await store.put(actor.college, bytes);
  const row = await db
    .insertInto('files')
    .values({ sha256, size, media_type: mediaType, name, created_by: actor.accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** The register's entry of a file, inside the college only. */
export const fileById = async (db: Ctx['db'], id: string): Promise<StoredFile> =>
  found(
    await db
      .selectFrom('files')
      .select(['id', 'sha256', 'size', 'media_type as mediaType', 'name'])
      .where('id', '=', id)
      .executeTakeFirst(),
    'file',
  );
