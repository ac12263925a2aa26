import type { Day } from '../../kernel/day.ts';

export interface Session {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly moduleId: string | null;
  readonly moduleTitle: string | null;
  readonly topic: string;
  /** Academic hours. */
  readonly hours: number;
  readonly day: Day;
  /** «14:30» */
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  /** A member of staff. */
  readonly trainerId: string | null;
  /** Somebody of the bank of experts. */
  readonly expertId: string | null;
  /** Name of the card or of the bank, or as it was typed. */
  readonly trainer: string;
  /** Contract with a trainer from outside, as it was typed. */
  readonly contract: string;
  /** The expert's contract that is in force on the day. */
  readonly contractNumber: string | null;
  readonly contractDay: Day | null;
  /** Somebody from outside the staff leads it, and no contract is known for that day. */
  readonly withoutContract: boolean;
  readonly doorCode: string;
  readonly cancelledOn: Day | null;
  readonly version: number;
  readonly present: number;
  readonly invited: number;
}

/** «Тема», else the module, else the programme. */
export const nameOf = ({ topic, moduleTitle, programmeTitle }: Session): string =>
  topic || moduleTitle || programmeTitle;

export type DoorRefusal = 'wrong-code' | 'wrong-day' | 'session-cancelled';

/** May somebody be marked through the door's code today? The code lies open on a wall, so it works on its day only. */
export const doorRefusal = (session: Session, code: string, today: Day): DoorRefusal | null => {
  if (session.doorCode !== code) return 'wrong-code';
  if (session.cancelledOn !== null) return 'session-cancelled';
  return session.day === today ? null : 'wrong-day';
};
