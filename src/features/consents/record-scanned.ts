import { demand } from '../../kernel/actor.ts';
import { Failure } from '../../kernel/failure.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { mayRecordConsent } from './access.ts';
import { type ConsentForm, formsByIds, setFormConsent } from './form-rows.ts';
import { type ConsentInput, type ConsentRefusal, paperProblem } from './record-consent.ts';
import { consentsOf, insertConsents } from './rows.ts';
import { textById } from './text-rows.ts';

/** What somebody read on a scanned paper. */
export interface ScannedPaper
  extends Pick<
    ConsentInput,
    'signedBy' | 'representativeName' | 'representativeDocument' | 'signedOn' | 'validTill' | 'allowed'
  > {
  readonly formId: string;
}

export type PaperRefusal = ConsentRefusal | 'person-left' | 'form-recorded' | 'no-scan';

export type ScannedOutcome =
  | Outcome<number, 'nobody' | 'already-recorded'>
  | { readonly ok: false; readonly reason: 'wrong-papers'; readonly problems: ReadonlyMap<string, PaperRefusal> };

/** What speaks against recording a form whatever is typed about it; undefined when nothing does. */
export const formProblem = (form: ConsentForm): 'person-left' | 'form-recorded' | 'no-scan' | undefined => {
  if (form.consentId !== null) return 'form-recorded';
  if (form.leftOn !== null) return 'person-left';
  return form.scanFileId === null ? 'no-scan' : undefined;
};

const problemOf = async (ctx: Ctx, form: ConsentForm, paper: ScannedPaper): Promise<PaperRefusal | undefined> => {
  const typed = { ...paper, purpose: form.purpose };
  const earlier = await consentsOf(ctx.db, form.personId);
  const twice = earlier.some(
    ({ purpose, textVersion, signedOn, signedBy, withdrawnOn }) =>
      purpose === form.purpose &&
      textVersion === form.textVersion &&
      signedOn === paper.signedOn &&
      signedBy === paper.signedBy &&
      withdrawnOn === null,
  );
  return (
    formProblem(form) ??
    paperProblem(typed, await textById(ctx.db, form.textId), earlier, ctx.today) ??
    (twice ? 'already-recorded' : undefined)
  );
};

/** Records scanned papers in one go, each with its own day and signatures. All or nothing; who is in the way is named. */
export const recordScanned = async (ctx: Ctx, papers: readonly ScannedPaper[]): Promise<ScannedOutcome> => {
  const forms = await formsByIds(
    ctx.db,
    papers.map(({ formId }) => formId),
  );
  for (const form of forms) demand(mayRecordConsent(ctx.actor, form));
  if (forms.length === 0) return refused('nobody');

  const problems = new Map<string, PaperRefusal>();
  const pile: { form: ConsentForm; paper: ScannedPaper }[] = [];
  for (const form of forms) {
    const paper = papers.find(({ formId }) => formId === form.id);
    const problem = paper && (await problemOf(ctx, form, paper));
    if (problem) problems.set(form.id, problem);
    if (paper) pile.push({ form, paper });
  }
  if (problems.size > 0) return { ok: false, reason: 'wrong-papers', problems };

  const wall = await refusedBy(ctx.db, async () => {
    for (const { form, paper } of pile) await write(ctx, form, paper);
  });
  if (wall === 'consents_once') return refused('already-recorded');
  if (wall) throw new Failure('broken', wall);
  return done(pile.length);
};

const write = async (ctx: Ctx, form: ConsentForm, paper: ScannedPaper): Promise<void> => {
  const bySelf = paper.signedBy === 'self';
  const [consentId = ''] = await insertConsents(ctx.db, [
    {
      personId: form.personId,
      purpose: form.purpose,
      textId: form.textId,
      signedBy: paper.signedBy,
      representativeName: bySelf ? '' : paper.representativeName,
      representativeDocument: bySelf ? '' : paper.representativeDocument,
      signedOn: paper.signedOn,
      validTill: paper.validTill,
      scanFileId: form.scanFileId,
      accountId: ctx.actor.accountId,
      allowed: paper.allowed,
    },
  ]);
  await setFormConsent(ctx.db, form.id, consentId);
  const details = { purpose: form.purpose, version: form.textVersion, signedBy: paper.signedBy, till: paper.validTill };
  await record(ctx, 'consent.recorded', { kind: 'person', id: form.personId }, { ...details, scan: true });
};
