import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { meetingsOf } from './rows.ts';

/** A general meeting of the year as row 5.1 sees it. */
export interface MeetingFact {
  readonly id: string;
  readonly day: Day;
  readonly closed: boolean;
  readonly came: number;
  readonly voted: number;
}

export const generalMeetingFacts = async (db: CollegeDb, year: number): Promise<MeetingFact[]> =>
  (await meetingsOf(db, year)).map(({ id, day, state, finalCame, finalVoted }) => ({
    id,
    day,
    closed: state === 'closed',
    came: finalCame ?? 0,
    voted: finalVoted ?? 0,
  }));
