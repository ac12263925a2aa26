import type { Child } from 'hono/jsx';
import type { Day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';

export interface Mentee {
  readonly personId: string;
  readonly enteredOn: Day;
  readonly leftOn: Day | null;
  readonly freeTimes: readonly string[];
  readonly wantedForms: readonly string[];
  readonly version: number;
}

/** A column that a feature above adds to a register: `app` hands it in (the pair of a mentee, the load of a mentor). */
export interface MemberColumn {
  readonly title: string;
  /** What stands in the cells of one page; a person without an entry gets a dash. */
  cells(ctx: Ctx, personIds: readonly string[]): Promise<ReadonlyMap<string, Child>>;
  /** One more number for the row of numbers, with the people behind it. */
  stat?(ctx: Ctx): Promise<MemberStat>;
}

export interface MemberStat {
  readonly count: number;
  /** «в паре» */
  readonly label: string;
  readonly href: string;
}
