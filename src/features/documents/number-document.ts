import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepDocuments } from './access.ts';
import { isDocumentKind, isEditable } from './document.ts';
import { nextNumber, readNumber, tidyNumber } from './numbering.ts';
import { type PaperCtx, printPaper } from './print-paper.ts';
import { type Document, holdDocument, numbersGiven, updateDocument } from './rows.ts';

export interface Requisites {
  readonly documentId: string;
  /** Of the paper as it was shown. */
  readonly version: number;
  readonly number: string;
  readonly day: Day | null;
}

export type NumberRefusal = 'changed-meanwhile' | 'already-signed' | 'number-taken';

/** The paper as it was shown and still may be changed, held for the transaction; or why not. */
export const holdForChange = async (
  ctx: PaperCtx,
  { documentId, version }: Pick<Requisites, 'documentId' | 'version'>,
): Promise<Outcome<Document, 'changed-meanwhile' | 'already-signed'>> => {
  const paper = found(await holdDocument(ctx.db, documentId), 'document');
  if (!isEditable(paper.status)) return refused('already-signed');
  return paper.version === version ? done(paper) : refused('changed-meanwhile');
};

/** Writes number and day, unless another paper of the series has the number in that year. */
export const takeNumber = async (
  ctx: PaperCtx,
  { documentId, number, day }: Omit<Requisites, 'version'>,
): Promise<'number-taken' | undefined> => {
  const wall = await refusedBy(ctx.db, () =>
    updateDocument(ctx.db, documentId, { number: tidyNumber(number) || null, day }),
  );
  return wall ? 'number-taken' : undefined;
};

/** Gives a draft its number and day, either may still be missing; the paper is printed with them. */
export const setNumberAndDay = async (ctx: PaperCtx, input: Requisites): Promise<Outcome<undefined, NumberRefusal>> => {
  demand(mayKeepDocuments(ctx.actor));
  const held = await holdForChange(ctx, input);
  if (!held.ok) return held;
  const taken = await takeNumber(ctx, input);
  if (taken) return refused(taken);

  const paper = held.value;
  if (isDocumentKind(paper.kind)) {
    const number = tidyNumber(input.number) || null;
    const { docxFileId } = await printPaper(
      ctx,
      { ...paper, kind: paper.kind, number, day: input.day },
      paper.templateId,
    );
    await updateDocument(ctx.db, paper.id, { docxFileId });
  }
  await record(ctx, 'document.numbered', { kind: 'document', id: paper.id }, { number: input.number, day: input.day });
  return done();
};

/** What the series of a paper offers: the next free number, and the highest one given. */
export const numberOffer = async (
  ctx: Pick<PaperCtx, 'db'>,
  series: string,
  day: Day,
): Promise<{ readonly next: string; readonly last: { readonly number: string; readonly day: Day } | undefined }> => {
  const given = await numbersGiven(ctx.db, series, day);
  const running = (number: string): number => readNumber(number)?.running ?? 0;
  const [last] = given.toSorted((one, other) => running(other.number) - running(one.number));
  return { next: nextNumber(given.map(({ number }) => number)), last };
};
