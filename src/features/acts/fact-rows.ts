import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { type Act, reviewOf, type StaleCitation, staleCitations, stateOf } from './act.ts';
import { allActs, allCitations } from './rows.ts';

/** What the roadmap asks about acts. */
export interface ActFacts {
  readonly total: number;
  /** Acts in force whose review is overdue. */
  readonly late: readonly Act[];
  /** Acts in force that nobody compared with their source. */
  readonly unconfirmed: readonly Act[];
  readonly stale: readonly StaleCitation[];
}

export const actFacts = async (db: CollegeDb, today: Day): Promise<ActFacts> => {
  const acts = await allActs(db);
  const standing = acts.filter((act) => stateOf(act, acts, today) === 'in-force');
  return {
    total: acts.length,
    late: standing.filter((act) => reviewOf(act, today) === 'late'),
    unconfirmed: standing.filter(({ unconfirmed }) => unconfirmed),
    stale: staleCitations(acts, await allCitations(db), today),
  };
};
