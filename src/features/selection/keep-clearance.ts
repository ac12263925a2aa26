import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import type { FileStore } from '../../platform/storage.ts';
import { keepScan } from '../documents/attach-scan.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { mayKeepSelection } from './access.ts';
import { clearanceById, insertClearance, withdrawClearance } from './paper-rows.ts';
import type { Clearance } from './requirement.ts';

export interface ClearanceInput extends Pick<Clearance, 'kind' | 'number' | 'issuedOn' | 'validTill'> {
  readonly scan?: CheckedUpload | undefined;
}

export type ClearanceRefusal = 'day-ahead' | 'ends-before-issue';

/** Keeps a clearance of a mentor with its term. An earlier one of the kind stays beside it. Answers its id. */
export const addClearance = async (
  ctx: Ctx & { readonly store: FileStore },
  personId: string,
  { scan, ...input }: ClearanceInput,
): Promise<Outcome<string, ClearanceRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  found(await mentorById(ctx.db, personId), 'mentor');
  if (input.issuedOn > ctx.today) return refused('day-ahead');
  if (input.validTill !== null && input.validTill < input.issuedOn) return refused('ends-before-issue');

  const scanFileId = scan ? await keepScan(ctx, scan) : null;
  const id = await insertClearance(ctx.db, { ...input, personId, scanFileId, accountId: ctx.actor.accountId });
  await record(ctx, 'clearance.kept', { kind: 'person', id: personId }, { kind: input.kind, till: input.validTill });
  return done(id);
};

/** Takes a clearance out of force: written by mistake, or called back. */
export const dropClearance = async (ctx: Ctx, id: string): Promise<Outcome<string, 'already-withdrawn'>> => {
  demand(mayKeepSelection(ctx.actor));
  const { personId, withdrawnOn, kind } = found(await clearanceById(ctx.db, id), 'clearance');
  if (withdrawnOn !== null) return refused('already-withdrawn');

  await withdrawClearance(ctx.db, id, ctx.today);
  await record(ctx, 'clearance.withdrawn', { kind: 'person', id: personId }, { kind });
  return done(personId);
};
