import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { mayKeepRoadmap } from './access.ts';
import { understandingOf } from './import.ts';
import { insertImport } from './import-rows.ts';
import type { Roadmap } from './roadmap.ts';

export interface ReadSource {
  readonly year: number;
  readonly roadmap: Roadmap;
  /** The uploaded file; without it the text was pasted. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** Keeps what was understood of a file or a pasted text for review. Nothing is in the roadmap yet. */
export const startImport = async (
  ctx: Ctx & { store: FileStore },
  { year, roadmap, file }: ReadSource,
): Promise<Outcome<string, 'no-rows'>> => {
  demand(mayKeepRoadmap(ctx.actor));
  if (roadmap.rows.length === 0) return refused('no-rows');
  const fileId = file ? await keepFile(ctx, { ...file, mediaType: 'application/octet-stream' }) : null;
  const id = await insertImport(ctx.db, {
    fileId,
    fileName: file?.name ?? '',
    understanding: understandingOf(roadmap, year),
    accountId: ctx.actor.accountId,
  });
  await record(ctx, 'roadmap.import-started', { kind: 'import', id }, { year, rows: roadmap.rows.length });
  return done(id);
};
