import { demand } from '../../kernel/actor.ts';
import { Failure } from '../../kernel/failure.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, fileById } from '../../platform/storage.ts';
import { mayKeepActs } from '../acts/access.ts';
import { isNamedIn } from '../acts/act.ts';
import { allActs, setActDocument } from '../acts/rows.ts';
import { addAct } from '../acts/save-act.ts';
import { theCollege } from '../college/rows.ts';
import { mayReadDocuments } from './access.ts';
import { isInForce } from './document.ts';
import { type Document, documentById } from './rows.ts';
import { wordsOf } from './template-acts.ts';

export type EnterActRefusal = 'not-in-force' | 'already-an-act' | 'already-there' | 'no-such-act';

type Storing = Ctx & { readonly store: FileStore };

/** Acts that the paper's own words name. */
const namedIn = async (ctx: Storing, { docxFileId }: Document): Promise<string[]> => {
  if (docxFileId === null) return [];
  const words = wordsOf(await ctx.store.read(ctx.actor.college, (await fileById(ctx.db, docxFileId)).sha256));
  return (await allActs(ctx.db)).filter((act) => isNamedIn(words, act)).map(({ id }) => id);
};

/**
 * Enters a signed paper into the register of acts, or says which act of the college there it is (`actId`). A new act cites
 * what the paper's words name. Answers the act's id.
 */
export const enterAct = async (
  ctx: Storing,
  documentId: string,
  actId: string | null,
): Promise<Outcome<string, EnterActRefusal>> => {
  demand(mayReadDocuments(ctx.actor));
  demand(mayKeepActs(ctx.actor));
  const paper = found(await documentById(ctx.db, documentId), 'document');
  const { day, number, title } = paper;
  if (!isInForce(paper.status) || day === null) return refused('not-in-force');
  const acts = await allActs(ctx.db);
  if (acts.some((act) => act.documentId === documentId)) return refused('already-an-act');
  if (actId !== null && !acts.some((act) => act.id === actId && act.level === 'local' && act.documentId === null))
    return refused('no-such-act');

  const made = actId ?? (await newAct(ctx, paper, { title, number: number ?? '', day }));
  if (made === undefined) return refused('already-there');
  await setActDocument(ctx.db, made, { id: documentId, number: number ?? '', day });
  await record(ctx, 'act.linked', { kind: 'act', id: made }, { documentId });
  return done(made);
};

const newAct = async (
  ctx: Storing,
  paper: Document,
  words: { readonly title: string; readonly number: string; readonly day: NonNullable<Document['day']> },
): Promise<string | undefined> => {
  const { shortName } = await theCollege(ctx.db);
  const made = await addAct(ctx, {
    ...words,
    ...{ level: 'local', issuer: shortName, revisedOn: null, inForceFrom: words.day, lapsesOn: null },
    ...{ supersededBy: null, reviewBy: paper.reviewBy, unconfirmed: false, note: '' },
    cites: await namedIn(ctx, paper),
  });
  if (made.ok) return made.value;
  if (made.reason === 'already-there') return undefined;
  throw new Failure('broken', `an act of a paper: ${made.reason}`);
};
