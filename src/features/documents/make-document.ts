import { randomUUID } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import type { Person } from '../people/person.ts';
import { personById, personsByIds } from '../people/rows.ts';
import { mayKeepDocuments } from './access.ts';
import { cancellationData, cancellationTitle, peopleIn, standingData, withPeople } from './data-texts.ts';
import { type DocumentKind, isDocumentKind, isInForce, mayBeAmended, seriesOf } from './document.ts';
import { type PaperCtx, printPaper } from './print-paper.ts';
import { type Amendment, documentById, holdDocument, insertDocument, type PaperData, updateDocument } from './rows.ts';
import { renewed } from './template.ts';

export interface DocumentInput {
  readonly kind: DocumentKind;
  /** As the heading of the paper says it: «О закреплении наставнических пар и групп». */
  readonly title: string;
  /** Values of the template's fields. College, signatory, controller and executor are added here. */
  readonly data: PaperData;
  /** Who signs; the director when nothing is said. */
  readonly signatoryId?: string | null;
  /** The order that this one changes or withdraws, once it is signed. */
  readonly amends?: { readonly documentId: string; readonly amendment: Amendment };
}

export type MakeRefusal = 'not-in-force' | 'not-amendable';

/** Makes a draft: the snapshot is kept, the paper is printed from it. Answers its id. */
export const makeDocument = async (ctx: PaperCtx, input: DocumentInput): Promise<Outcome<string, MakeRefusal>> => {
  demand(mayKeepDocuments(ctx.actor));
  const old = input.amends && (await documentById(ctx.db, input.amends.documentId));
  if (input.amends && (!old || !isInForce(old.status))) return refused('not-in-force');
  if (old && !(isDocumentKind(old.kind) && mayBeAmended(old.kind))) return refused('not-amendable');

  const college = await theCollege(ctx.db);
  const signatoryId = input.signatoryId ?? college.directorId;
  const data = { ...(await standing(ctx, signatoryId)), ...input.data };
  const paper = { id: randomUUID(), kind: input.kind, title: input.title, data, number: null, day: null };
  const printed = await printPaper(ctx, paper);
  await insertDocument(ctx.db, {
    ...paper,
    ...printed,
    series: seriesOf(input.kind),
    origin: 'made',
    status: 'draft',
    year: college.currentYear,
    signatoryId,
    amendsId: input.amends?.documentId ?? null,
    amendment: input.amends?.amendment ?? null,
    accountId: ctx.actor.accountId,
  });
  await record(ctx, 'document.made', { kind: 'document', id: paper.id }, { kind: input.kind });
  return done(paper.id);
};

const standing = async (ctx: PaperCtx, signatoryId: string | null): Promise<PaperData> => {
  const college = await theCollege(ctx.db);
  const person = async (id: string | null): Promise<Person | undefined> => (id ? personById(ctx.db, id) : undefined);
  return standingData({
    college,
    signatory: await person(signatoryId),
    controller: await person(college.controllerId ?? college.directorId),
    executor: await person(ctx.actor.personId),
    executorName: ctx.actor.name,
  });
};

export type RefreshRefusal = 'not-a-draft';

/**
 * Takes a new snapshot for a draft: the college and its people as they are now, and the data that is handed in. What was written in by hand stays.
 */
export const refreshDocument = async (
  ctx: PaperCtx,
  documentId: string,
  fresh: { readonly data?: PaperData; readonly title?: string } = {},
): Promise<Outcome<undefined, RefreshRefusal>> => {
  demand(mayKeepDocuments(ctx.actor));
  const paper = await holdDocument(ctx.db, documentId);
  if (paper?.status !== 'draft' || paper.origin !== 'made' || !isDocumentKind(paper.kind))
    return refused('not-a-draft');

  const merged = renewed(paper.data, { ...(await standing(ctx, paper.signatoryId)), ...fresh.data });
  const people = await personsByIds(
    ctx.db,
    peopleIn(merged).map(({ id }) => id),
  );
  const data = withPeople(merged, new Map(people.map((person) => [person.id, person])));
  const title = fresh.title ?? paper.title;
  const printed = await printPaper(ctx, { ...paper, kind: paper.kind, title, data });
  await updateDocument(ctx.db, documentId, { data, title, ...printed });
  await record(ctx, 'document.refreshed', { kind: 'document', id: documentId });
  return done();
};

/** Makes the draft of an order that withdraws another one. Answers its id. */
export const draftCancellation = async (ctx: PaperCtx, documentId: string): Promise<Outcome<string, MakeRefusal>> => {
  demand(mayKeepDocuments(ctx.actor));
  const old = await documentById(ctx.db, documentId);
  if (!old || !isInForce(old.status)) return refused('not-in-force');
  return makeDocument(ctx, {
    kind: 'amending-order',
    title: cancellationTitle,
    data: cancellationData(old),
    amends: { documentId, amendment: 'cancels' },
  });
};
