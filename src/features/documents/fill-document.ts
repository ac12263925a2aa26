import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepDocuments } from './access.ts';
import { isDocumentKind } from './document.ts';
import { holdForChange } from './number-document.ts';
import { type PaperCtx, printPaper } from './print-paper.ts';
import { type PaperData, updateDocument } from './rows.ts';
import { filledWith } from './template.ts';

/** Writes by hand what the system could not know: a basis, minutes, a person who has no card. Only what differs from the snapshot is changed. */
export const fillDocument = async (
  ctx: PaperCtx,
  input: { readonly documentId: string; readonly version: number; readonly values: Readonly<Record<string, string>> },
): Promise<Outcome<undefined, 'changed-meanwhile' | 'already-signed'>> => {
  demand(mayKeepDocuments(ctx.actor));
  const held = await holdForChange(ctx, input);
  if (!held.ok) return held;
  const paper = held.value;
  if (!isDocumentKind(paper.kind)) return done();

  const data: PaperData = filledWith(paper.data, input.values);
  const { docxFileId } = await printPaper(ctx, { ...paper, kind: paper.kind, data }, paper.templateId);
  await updateDocument(ctx.db, paper.id, { data, docxFileId });
  await record(ctx, 'document.filled', { kind: 'document', id: paper.id });
  return done();
};
