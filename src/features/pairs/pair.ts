import type { Day } from '../../kernel/day.ts';

/** A mentor and a mentee who work together in one form for a period, both days included. */
export interface Pair {
  readonly id: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly form: string;
  /** Code of the role variant; '' when none was chosen. */
  readonly variant: string;
  readonly from: Day;
  readonly till: Day;
  readonly orderId: string | null;
  readonly endReason: string;
  /** The group whose member this pair is. */
  readonly groupId: string | null;
  /** The pair whose mentor this one took over from. */
  readonly replacesId: string | null;
  readonly version: number;
}

export type PairState = 'coming' | 'working' | 'over';

export const pairState = ({ from, till }: Pick<Pair, 'from' | 'till'>, today: Day): PairState =>
  today < from ? 'coming' : today > till ? 'over' : 'working';

/** What a curator holds fast (lock) or forbids (veto) whatever a proposal says. */
export type WishKind = 'lock' | 'veto';

export interface Wish {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly kind: WishKind;
  readonly reason: string;
}
