import { demand } from '../../kernel/actor.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { record } from '../../platform/journal.ts';
import { lapseAct } from '../acts/rows.ts';
import { mayKeepDocuments } from './access.ts';
import { keepScan } from './attach-scan.ts';
import { isDocumentKind, isInForce, type SigningRefusal, signingRefusal } from './document.ts';
import { holdForChange, type NumberRefusal, type Requisites, takeNumber } from './number-document.ts';
import { tidyNumber } from './numbering.ts';
import { type PaperCtx, printPaper } from './print-paper.ts';
import { type Document, holdDocument, updateDocument } from './rows.ts';

type Shown = Pick<Requisites, 'documentId' | 'version'>;

/** Hands a draft to the one who signs, or takes it back from there. */
export const sendToSigning = async (
  ctx: PaperCtx,
  { back, ...shown }: Shown & { readonly back?: boolean },
): Promise<Outcome<undefined, 'changed-meanwhile' | 'already-signed'>> => {
  demand(mayKeepDocuments(ctx.actor));
  const held = await holdForChange(ctx, shown);
  if (!held.ok) return held;

  await updateDocument(ctx.db, shown.documentId, { status: back ? 'draft' : 'on-signing' });
  await record(ctx, back ? 'document.taken-back' : 'document.sent', { kind: 'document', id: shown.documentId });
  return done();
};

export type SignRefusal = NumberRefusal | SigningRefusal | 'day-ahead' | 'old-not-in-force';

/**
 * Records that the paper was signed. It is printed once more with its number and day, and stays so for ever; the order it amends or cancels changes
 * its status with it.
 */
export const signDocument = async (
  ctx: PaperCtx,
  { scan, ...input }: Requisites & { readonly scan?: CheckedUpload | undefined },
): Promise<Outcome<undefined, SignRefusal>> => {
  demand(mayKeepDocuments(ctx.actor));
  const held = await holdForChange(ctx, input);
  if (!held.ok) return held;
  const paper = held.value;
  const number = tidyNumber(input.number) || null;
  const { kind } = paper;
  if (!isDocumentKind(kind)) return refused('wrong-status');
  const missing = signingRefusal({ kind, status: paper.status, number, date: input.day });
  if (missing) return refused(missing);
  if (input.day !== null && input.day > ctx.today) return refused('day-ahead');
  const old = paper.amendsId ? await holdDocument(ctx.db, paper.amendsId) : undefined;
  if (old && !isInForce(old.status)) return refused('old-not-in-force');
  const taken = await takeNumber(ctx, input);
  if (taken) return refused(taken);

  const { docxFileId } = await printPaper(ctx, { ...paper, kind, number, day: input.day }, paper.templateId);
  const scanned = scan ? { scanFileId: await keepScan(ctx, scan) } : {};
  await updateDocument(ctx.db, paper.id, { status: 'signed', signedAt: now(), docxFileId, ...scanned });
  await record(ctx, 'document.signed', { kind: 'document', id: paper.id }, { number, day: input.day });
  if (old) await changeOld(ctx, old, paper, input.day ?? ctx.today);
  return done();
};

/** An act that a cancelled paper is stands to the day before. */
const changeOld = async (ctx: PaperCtx, old: Document, by: Document, from: Day): Promise<void> => {
  const status = by.amendment === 'cancels' ? 'cancelled' : 'amended';
  await updateDocument(ctx.db, old.id, { status });
  await record(ctx, `document.${status}`, { kind: 'document', id: old.id }, { by: by.id });
  if (status === 'amended') return;
  const actId = await lapseAct(ctx.db, old.id, addDays(from, -1));
  if (actId) await record(ctx, 'act.lapsed', { kind: 'act', id: actId }, { by: by.id });
};
