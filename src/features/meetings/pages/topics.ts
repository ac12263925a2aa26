import type { Ctx } from '../../../platform/context.ts';

/** What a pair may choose from under «Что делали», by pair: the tasks of its plan. */
export type PairTopics = ReadonlyMap<string, readonly string[]>;

/** What features beside or above put into the pages of meetings; `app` wires it. */
export interface MeetingExtras {
  readonly topics?: (ctx: Ctx, pairIds: readonly string[]) => Promise<PairTopics>;
}

export const topicsOf = async (extras: MeetingExtras, ctx: Ctx, pairIds: readonly string[]): Promise<PairTopics> =>
  extras.topics && pairIds.length > 0 ? extras.topics(ctx, pairIds) : new Map();
