import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import type { FileStore } from '../../platform/storage.ts';
import { personById } from '../people/rows.ts';
import { mayRecordConsent } from './access.ts';
import { keepScan } from './attach-scan.ts';
import type { Purpose, Signatory } from './consent.ts';
import { type Allowed, type Consent, consentsOf, insertConsents } from './rows.ts';
import { type ConsentText, textsOf } from './text-rows.ts';

export interface ConsentInput {
  readonly personId: string;
  readonly purpose: Purpose;
  readonly textVersion: number;
  readonly signedBy: Signatory;
  readonly representativeName: string;
  readonly representativeDocument: string;
  readonly signedOn: Day;
  readonly validTill: Day;
  readonly scan?: CheckedUpload | undefined;
  /** A scan that is kept already: it came in a pile. */
  readonly scanFileId?: string | null | undefined;
  readonly allowed?: Allowed | undefined;
}

export type ConsentRefusal =
  | 'person-left'
  | 'no-text'
  | 'text-not-yet'
  | 'signed-ahead'
  | 'ends-before-start'
  | 'no-representative'
  | 'already-recorded'
  | 'withdrawn-later'
  | 'nothing-allowed';

type PaperDays = Pick<
  ConsentInput,
  'purpose' | 'signedBy' | 'representativeName' | 'signedOn' | 'validTill' | 'allowed'
>;

/** Why a paper cannot be recorded as it was typed; undefined when it can. */
export const paperProblem = (
  paper: PaperDays,
  text: Pick<ConsentText, 'validFrom'> | undefined,
  earlier: readonly Pick<Consent, 'purpose' | 'withdrawnOn'>[],
  today: Day,
): Exclude<ConsentRefusal, 'already-recorded' | 'person-left'> | undefined => {
  if (!text) return 'no-text';
  if (text.validFrom > paper.signedOn) return 'text-not-yet';
  if (paper.signedOn > today) return 'signed-ahead';
  if (paper.validTill < paper.signedOn) return 'ends-before-start';
  if (paper.signedBy !== 'self' && paper.representativeName === '') return 'no-representative';
  if (paper.purpose === 'publication' && paper.allowed && paper.allowed.categories.length === 0)
    return 'nothing-allowed';
  const withdrawn = earlier.some(
    ({ purpose, withdrawnOn }) => purpose === paper.purpose && withdrawnOn !== null && withdrawnOn > paper.signedOn,
  );
  return withdrawn ? 'withdrawn-later' : undefined;
};

/**
 * Records a signed paper. A paper that lacks a signature the age asks for is recorded too: the register then says what
 * is missing, and no pair may stand on it.
 */
export const recordConsent = async (
  ctx: Ctx & { readonly store: FileStore },
  input: ConsentInput,
): Promise<Outcome<string, ConsentRefusal>> => {
  const person = found(await personById(ctx.db, input.personId), 'person');
  demand(mayRecordConsent(ctx.actor, person));
  if (person.leftOn !== null) return refused('person-left');

  const text = (await textsOf(ctx.db, input.purpose)).find(({ version }) => version === input.textVersion);
  const problem = paperProblem(input, text, await consentsOf(ctx.db, person.id), ctx.today);
  if (problem || !text) return refused(problem ?? 'no-text');

  const scanFileId = input.scan ? await keepScan(ctx, input.scan) : (input.scanFileId ?? null);
  let id = '';
  const wall = await refusedBy(ctx.db, async () => {
    const { personId, purpose, signedBy, representativeName, representativeDocument, signedOn, validTill } = input;
    const bySelf = signedBy === 'self';
    const [made] = await insertConsents(ctx.db, [
      {
        personId,
        purpose,
        textId: text.id,
        signedBy,
        representativeName: bySelf ? '' : representativeName,
        representativeDocument: bySelf ? '' : representativeDocument,
        signedOn,
        validTill,
        scanFileId,
        accountId: ctx.actor.accountId,
        allowed: input.allowed,
      },
    ]);
    id = made ?? '';
  });
  if (wall === 'consents_once') return refused('already-recorded');
  if (wall) throw new Failure('broken', wall);

  const details = {
    purpose: input.purpose,
    version: input.textVersion,
    signedBy: input.signedBy,
    till: input.validTill,
  };
  await record(
    ctx,
    'consent.recorded',
    { kind: 'person', id: input.personId },
    { ...details, scan: scanFileId !== null },
  );
  return done(id);
};
