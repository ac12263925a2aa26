import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { makeDocument } from '../src/features/documents/make-document.ts';
import type { PaperCtx } from '../src/features/documents/print-paper.ts';
import { documentById } from '../src/features/documents/rows.ts';
import { signDocument } from '../src/features/documents/sign-document.ts';
import type { Ctx } from '../src/platform/context.ts';
import type { Block, Paragraph } from '../src/platform/docx/paper.ts';
import { readPaper } from '../src/platform/docx/read-paper.ts';
import { type FileStore, fileById, localFiles } from '../src/platform/storage.ts';
import type { World } from './story.ts';

/** Files of the stories of one test file, gone when it is over. */
const storeForStories = (): FileStore => {
  const dir = mkdtempSync(join(tmpdir(), 'nastavnik-papers-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return localFiles(dir);
};

/** What stories about papers need besides their world. Call it once at the top of a test file. */
export const paperStories = () => {
  const store = storeForStories();
  /** A context that can make papers. */
  const at = (ctx: Ctx): PaperCtx => ({ ...ctx, store, baseUrl: 'http://nastavnik.test' });
  /** The draft of an order on the working group. */
  const draft = async ({ ctx }: Needs): Promise<string> => {
    const made = await makeDocument(at(ctx('curator')), {
      kind: 'working-group-order',
      title: 'О рабочей группе',
      data: {},
    });
    if (!made.ok) throw new Error(made.reason);
    return made.value;
  };
  return {
    store,
    at,
    draft,
    /** The same order, signed today under a number. */
    async signed(world: Needs, number: string): Promise<string> {
      const documentId = await draft(world);
      const ctx = at(world.ctx('curator'));
      const outcome = await signDocument(ctx, { documentId, version: 1, number, day: ctx.today });
      if (!outcome.ok) throw new Error(outcome.reason);
      return documentId;
    },
    /** All words of a document's DOCX, a paragraph a line, ordinary spaces only. */
    async textOf({ db, ctx }: Needs, documentId: string): Promise<string> {
      const file = await fileById(db, (await documentById(db, documentId))?.docxFileId ?? documentId);
      const bytes = await store.read(ctx('curator').actor.college, file.sha256);
      const blocks = readPaper(new Uint8Array(bytes)).sections.flatMap((section) => [...section.blocks]);
      return linesOf(blocks).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u2005', ' ');
    },
  };
};

type Needs = Pick<World, 'db' | 'ctx'>;

const wordsOf = ({ runs }: Paragraph): string => runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');

const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [wordsOf(block)]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => linesOf(cell.blocks))),
  );

/** The smallest PNG there is, as a scanner would never make it. */
export const pngBytes = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
);
