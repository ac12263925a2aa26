import type { Role } from '../../kernel/actor.ts';

/** How a row belongs to a person: by a column of its own, or through something of the person's. */
export type Owning =
  | { readonly column: string }
  | { readonly through: 'pair' | 'plan' | 'version' | 'meeting' | 'sheet' | 'question' };

/** One table in which something about a person may stand. */
export interface Place {
  readonly table: string;
  readonly by: readonly Owning[];
  /** Others' words or protected notes: the person learns that they exist, not what they say. */
  readonly sealed?: boolean;
  /** Which of the rows, as SQL of the table `t`; never built from what anybody typed. */
  readonly only?: string;
}

/** A kind of data as it is told to the person. */
export interface AboutKind {
  readonly code: string;
  readonly title: string;
  readonly contents: string;
  /** The roles that the feature's own rule lets in. */
  readonly seenBy: readonly Role[];
  /** Narrower or further, in words. */
  readonly also: string;
  readonly ground: string;
  readonly kept: string;
  /** The person's own words: a representative learns how many there are, not what they say. */
  readonly personal?: boolean;
  readonly places: readonly Place[];
}

/** Nobody's data is told by these: counters, keys, and who of the staff typed it in. */
const inner =
  /^(college_id|account_id|user_id|version|seat|door_key|check_code|code|proposal_id|.*_hash|search|declension)$/;

/** A row without the columns that say nothing about the person. */
export const withoutInner = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !inner.test(column)));
