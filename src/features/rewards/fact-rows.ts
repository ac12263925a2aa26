import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { casesOf } from './case-rows.ts';
import { shownEntry } from './honour.ts';
import { honourEntries } from './honour-rows.ts';
import { thanksOf } from './thanks-rows.ts';

/** What row 6.3 is judged by: people whom the board really shows, cases to which both sides said yes, letters of thanks. */
export interface RewardFacts {
  readonly shown: number;
  readonly hidden: number;
  readonly cases: number;
  readonly casesInWork: number;
  readonly thanks: number;
}

export const rewardFacts = async (db: CollegeDb, year: AcademicYear, today: Day): Promise<RewardFacts> => {
  const entries = await honourEntries(db, year, today);
  const shown = entries.filter((one) => shownEntry(one) !== null).length;
  const cases = await casesOf(db, year);
  const agreed = cases.filter(({ state }) => state === 'agreed').length;
  return {
    shown,
    hidden: entries.length - shown,
    cases: agreed,
    casesInWork: cases.length - agreed,
    thanks: (await thanksOf(db, year)).length,
  };
};
