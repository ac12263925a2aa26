import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { mayWriteConsentTexts } from './access.ts';
import { basisTillOf, type Purpose } from './consent.ts';
import { unknownTags } from './form-text.ts';
import { endText, insertText, textsOf } from './text-rows.ts';

export interface TextInput {
  readonly purpose: Purpose;
  readonly body: string;
  readonly validFrom: Day;
  /** The newest version that the person saw; 0 when there was none. */
  readonly seenVersion: number;
}

export type TextRefusal = 'changed-meanwhile' | 'same-text' | 'begins-too-early' | 'unknown-tags';

/** Puts a new version of a text in force. A text is never edited: people signed it. Older consents are flagged from that day on. */
export const publishText = async (ctx: Ctx, input: TextInput): Promise<Outcome<number, TextRefusal>> => {
  demand(mayWriteConsentTexts(ctx.actor));

  const [newest] = await textsOf(ctx.db, input.purpose);
  if ((newest?.version ?? 0) !== input.seenVersion) return refused('changed-meanwhile');
  if (unknownTags(input.body).length > 0) return refused('unknown-tags');
  if (newest?.body === input.body) return refused('same-text');
  if (newest && input.validFrom <= newest.validFrom) return refused('begins-too-early');

  const version = input.seenVersion + 1;
  const wall = await refusedBy(ctx.db, async () => {
    await insertText(ctx.db, { ...input, version, basisTill: basisTillOf(input.purpose, input.validFrom) });
    if (newest) await endText(ctx.db, input.purpose, newest.version, input.validFrom);
  });
  if (wall) return refused('changed-meanwhile');

  const details = { purpose: input.purpose, version, from: input.validFrom };
  await record(ctx, 'consent-text.published', { kind: 'consent-text', id: null }, details);
  return done(version);
};
