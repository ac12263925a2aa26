import { demand } from '../../../kernel/actor.ts';
import { download, found, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { docxToPdf } from '../../../platform/pdf/docx-to-pdf.ts';
import { fileById } from '../../../platform/storage.ts';
import { documentReaders, mayReadDocuments } from '../access.ts';
import { docxType } from '../print-paper.ts';
import { type Document, documentById } from '../rows.ts';
import { requisitesOf } from './words.tsx';

/** The document of this address, for those who read documents. */
export const theDocument = async (ctx: PageCtx, input: Input): Promise<Document> => {
  demand(mayReadDocuments(ctx.actor));
  return found(await documentById(ctx.db, param(input, 'documentId')), 'document');
};

/** Bytes of the paper as it was printed last. */
export const docxOf = async (ctx: PageCtx, paper: Document): Promise<Uint8Array> => {
  const file = await fileById(ctx.db, found(paper.docxFileId, 'docx of this paper'));
  return new Uint8Array(await ctx.store.read(ctx.actor.college, file.sha256));
};

const nameOf = (paper: Document, ending: string): string =>
  `${[paper.title, requisitesOf(paper)].filter(Boolean).join(' ')}.${ending}`.replace(/[/\\:*?"<>|]/g, '-');

const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export const docxFile: MemberRoute = {
  method: 'GET',
  path: '/documents/:documentId/docx',
  who: documentReaders,
  async handle(ctx, input) {
    const paper = await theDocument(ctx, input);
    return download(plain(await docxOf(ctx, paper)), nameOf(paper, 'docx'), docxType);
  },
};

export const pdfFile: MemberRoute = {
  method: 'GET',
  path: '/documents/:documentId/pdf',
  who: documentReaders,
  async handle(ctx, input) {
    const paper = await theDocument(ctx, input);
    const pdf = await docxToPdf(await docxOf(ctx, paper), { title: paper.title });
    return download(plain(pdf), nameOf(paper, 'pdf'), 'application/pdf');
  },
};

export const scanFile: MemberRoute = {
  method: 'GET',
  path: '/documents/:documentId/scan',
  who: documentReaders,
  async handle(ctx, input) {
    const paper = await theDocument(ctx, input);
    const file = await fileById(ctx.db, found(paper.scanFileId, 'scan of this paper'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
