import { demand } from '../../../kernel/actor.ts';
import type { FormErrors, RawForm } from '../../../platform/fields.ts';
import { param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx } from '../../../platform/http/route.ts';
import type { PairParties } from '../../pairs/access.ts';
import type { ListedPair } from '../../pairs/rows.ts';
import { mayReadMeeting } from '../access.ts';
import type { Meeting } from '../meeting.ts';
import { theMeeting } from '../the-pair.ts';

/** A meeting that this person may read. */
export interface Opened {
  readonly meeting: Meeting;
  readonly pair: ListedPair;
  readonly parties: PairParties;
}

export interface SentToMeeting {
  readonly part: 'words' | 'file';
  readonly form: RawForm;
  readonly errors?: FormErrors | undefined;
  readonly refusal?: string | undefined;
}

export const openMeeting = async (ctx: PageCtx, input: Input): Promise<Opened> => {
  const the = await theMeeting(ctx, param(input, 'meetingId'));
  demand(mayReadMeeting(ctx.actor, the.parties));
  return the;
};
