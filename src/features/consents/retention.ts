import { addMonths, type Day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';

/** A record whose time is over. */
export interface OldRecord {
  readonly id: string;
  /** Whose it is and what: «Иванов И. И., согласие на публикацию». */
  readonly label: string;
  /** The day from which its time of keeping runs. */
  readonly overSince: Day;
}

/** A kind of record that has a time of keeping. Features above hand in kinds of their own. */
export interface RetentionKind {
  readonly code: string;
  readonly label: string;
  /** What data it holds, for the act. */
  readonly contents: string;
  /** The rule of the house, until the college sets its own. */
  readonly months: number;
  readonly basis: string;
  /** Records that were over before this day, oldest first, no more than the limit. */
  propose(ctx: Ctx, before: Day, limit: number): Promise<OldRecord[]>;
  /** Takes them away for good; answers those that are gone (others are held by something) and the files they leave. */
  destroy(
    ctx: Ctx,
    ids: readonly string[],
  ): Promise<{ readonly gone: readonly string[]; readonly fileIds: readonly string[] }>;
}

export interface RetentionRule {
  readonly code: string;
  readonly months: number;
  readonly basis: string;
  /** 0: the rule of the house. */
  readonly version: number;
}

/** Records that were over before this day may go. */
export const keptSince = (today: Day, { months }: Pick<RetentionRule, 'months'>): Day => addMonths(today, -months);

/** A withdrawal must be followed by destruction in so many days (152-ФЗ, ст. 21). */
export const withdrawalDays = 30;
