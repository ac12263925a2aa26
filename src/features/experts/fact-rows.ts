import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { periodOf, termStateOf, uncovered } from './expert.ts';
import { allAgreements } from './partner-rows.ts';
import { allExperts } from './rows.ts';

/** What the roadmap asks about the bank. */
export interface ExpertFacts {
  /** Experts who are in the bank now. */
  readonly experts: number;
  /** Agreements in force, and how many specialists they give. */
  readonly partners: number;
  readonly specialists: number;
  /** Of the areas asked for, those that nobody in the bank covers. */
  readonly uncovered: readonly string[];
}

/** @param areas Codes of topics in use: needs of the year. */
export const expertFacts = async (db: CollegeDb, areas: readonly string[], today: Day): Promise<ExpertFacts> => {
  const experts = (await allExperts(db)).filter(({ leftOn }) => leftOn === null);
  const inForce = (await allAgreements(db)).filter((agreement) =>
    ['running', 'ends-soon'].includes(termStateOf(periodOf(agreement), today)),
  );
  return {
    experts: experts.length,
    partners: new Set(inForce.map(({ organisationId }) => organisationId)).size,
    specialists: inForce.reduce((sum, { specialists }) => sum + specialists, 0),
    uncovered: uncovered(areas, experts),
  };
};
