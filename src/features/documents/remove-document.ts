import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepDocuments, mayRegister } from './access.ts';
import { isEditable } from './document.ts';
import { deleteDocument, holdDocument } from './rows.ts';

export type RemoveRefusal = 'signed-stays' | 'others-lean-on-it';

/** Throws a draft away (what it named is free again), or takes a paper that was registered by mistake out of the register. */
export const removeDocument = async (ctx: Ctx, documentId: string): Promise<Outcome<undefined, RemoveRefusal>> => {
  const paper = found(await holdDocument(ctx.db, documentId), 'document');
  demand(paper.origin === 'made' ? mayKeepDocuments(ctx.actor) : mayRegister(ctx.actor, paper.kind));
  if (paper.origin === 'made' && !isEditable(paper.status)) return refused('signed-stays');
  if (paper.status === 'amended' || paper.status === 'cancelled') return refused('others-lean-on-it');

  const wall = await refusedBy(ctx.db, () => deleteDocument(ctx.db, documentId));
  if (wall) return refused('others-lean-on-it');
  await record(
    ctx,
    'document.removed',
    { kind: 'document', id: documentId },
    { title: paper.title, number: paper.number, day: paper.day },
  );
  return done();
};
