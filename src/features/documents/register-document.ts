import { randomUUID } from 'node:crypto';
import { yearOf } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { refusedBy } from '../../platform/db.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { record } from '../../platform/journal.ts';
import { mayRegister } from './access.ts';
import { keepScan } from './attach-scan.ts';
import { needsNumber, type PaperKind, seriesOf } from './document.ts';
import { tidyNumber } from './numbering.ts';
import type { PaperCtx } from './print-paper.ts';
import { insertDocument } from './rows.ts';

export interface RegisterInput {
  readonly kind: PaperKind;
  readonly title: string;
  /** '' where the paper has none. */
  readonly number: string;
  readonly day: Day;
  /** Until when it must be looked through again: regulations, programmes. */
  readonly reviewBy: Day | null;
  readonly scan?: CheckedUpload | undefined;
}

export type RegisterRefusal = 'number-needed' | 'number-taken' | 'day-ahead' | 'review-before-day';

/** Enters a paper that was made elsewhere, or before the system. It is in force at once. Answers its id. */
export const registerDocument = async (
  ctx: Pick<PaperCtx, 'db' | 'actor' | 'today' | 'store'>,
  input: RegisterInput,
): Promise<Outcome<string, RegisterRefusal>> => {
  demand(mayRegister(ctx.actor, input.kind));
  const number = tidyNumber(input.number) || null;
  if (number === null && needsNumber(input.kind)) return refused('number-needed');
  if (input.day > ctx.today) return refused('day-ahead');
  if (input.reviewBy !== null && input.reviewBy <= input.day) return refused('review-before-day');

  const id = randomUUID();
  const wall = await refusedBy(ctx.db, async () =>
    insertDocument(ctx.db, {
      id,
      kind: input.kind,
      series: seriesOf(input.kind),
      title: input.title,
      origin: 'registered',
      status: 'signed',
      year: yearOf(input.day),
      number,
      day: input.day,
      reviewBy: input.reviewBy,
      scanFileId: input.scan ? await keepScan(ctx, input.scan) : null,
      accountId: ctx.actor.accountId,
    }),
  );
  if (wall) return refused('number-taken');
  await record(ctx, 'document.registered', { kind: 'document', id }, { kind: input.kind });
  return done(id);
};
