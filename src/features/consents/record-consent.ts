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
import { insertConsents } from './rows.ts';
import { textsOf } from './text-rows.ts';

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
}

export type ConsentRefusal =
  | 'no-text'
  | 'text-not-yet'
  | 'signed-ahead'
  | 'ends-before-start'
  | 'no-representative'
  | 'already-recorded';

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

  const text = (await textsOf(ctx.db, input.purpose)).find(({ version }) => version === input.textVersion);
  if (!text) return refused('no-text');
  if (text.validFrom > input.signedOn) return refused('text-not-yet');
  if (input.signedOn > ctx.today) return refused('signed-ahead');
  if (input.validTill < input.signedOn) return refused('ends-before-start');
  if (input.signedBy !== 'self' && input.representativeName === '') return refused('no-representative');

  const scanFileId = input.scan ? await keepScan(ctx, input.scan) : null;
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
