import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import type { FileStore } from '../../platform/storage.ts';
import { personById } from '../people/rows.ts';
import { mayOpenPile, mayRecordConsent } from './access.ts';
import { type Purpose, signatoryNeeded } from './consent.ts';
import { gatherForms, startScanReader } from './file-scans.ts';
import { newFormCode } from './form-code.ts';
import { formsByIds, insertForm } from './form-rows.ts';
import { filePage, pagesOfForms, pagesOfScan, scanById, scanPageById, setAside } from './scan-rows.ts';
import { textsOf } from './text-rows.ts';

type Storing = Ctx & { readonly store: FileStore };

export interface PageChoice {
  readonly pageId: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly textVersion: number;
  /** Another sheet of a paper that this upload has already for the person, not a paper of its own. */
  readonly joins: boolean;
}

export type PageRefusal = 'page-filed' | 'no-text' | 'person-left' | 'nothing-to-join' | 'broken-page';

const openPage = async (ctx: Storing, pageId: string) => {
  const page = found(await scanPageById(ctx.db, pageId), 'page of a scan');
  const scan = found(await scanById(ctx.db, page.scanId), 'scan of consents');
  demand(mayOpenPile(ctx.actor, scan.accountId));
  return page;
};

/** A person finishes by hand what no code said: whose page it is, and of which paper. */
export const filePageByHand = async (ctx: Storing, choice: PageChoice): Promise<Outcome<string, PageRefusal>> => {
  const page = await openPage(ctx, choice.pageId);
  const person = found(await personById(ctx.db, choice.personId), 'person');
  demand(mayRecordConsent(ctx.actor, person));
  const text = (await textsOf(ctx.db, choice.purpose)).find(({ version }) => version === choice.textVersion);
  if (page.formId !== null) return refused('page-filed');
  if (page.problem === 'broken-file') return refused('broken-page');
  if (!text) return refused('no-text');
  if (person.leftOn !== null) return refused('person-left');
  const known = choice.joins ? await formInScan(ctx, page.scanId, choice) : undefined;
  if (choice.joins && !known) return refused('nothing-to-join');

  const formId =
    known ??
    (await insertForm(ctx.db, {
      code: newFormCode(),
      personId: person.id,
      signatory: signatoryNeeded(person, ctx.today),
      purpose: choice.purpose,
      textId: text.id,
    }));
  await filePage(ctx.db, page.id, formId, (await pagesOfForms(ctx.db, [formId])).length + 1);
  const reader = startScanReader();
  try {
    await gatherForms(ctx, reader, [formId]);
  } finally {
    await reader.close();
  }
  await record(ctx, 'consent-scan.filed', { kind: 'person', id: person.id }, { purpose: choice.purpose });
  return done(formId);
};

const formInScan = async (ctx: Ctx, scanId: string, choice: PageChoice): Promise<string | undefined> => {
  const ids = (await pagesOfScan(ctx.db, scanId)).flatMap(({ formId }) => formId ?? []);
  const forms = await formsByIds(ctx.db, ids);
  return forms.find(({ personId, purpose }) => personId === choice.personId && purpose === choice.purpose)?.id;
};

/** The page is no consent: it is left out, or taken back. */
export const setPageAside = async (
  ctx: Storing,
  pageId: string,
  aside: boolean,
): Promise<Outcome<undefined, 'page-filed'>> => {
  const page = await openPage(ctx, pageId);
  if (page.formId !== null) return refused('page-filed');
  await setAside(ctx.db, pageId, aside);
  return done();
};
