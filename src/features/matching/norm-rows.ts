import type { CollegeDb } from '../../platform/db.ts';
import { type Conditions, conditionNames, usualConditions } from './candidate.ts';
import type { Weights } from './criterion.ts';
import { usualWeights } from './problem.ts';

/** What the college made of the matching. */
export interface MatchingNorms {
  readonly weights: Weights;
  /** What a new proposal begins with. */
  readonly conditions: Conditions;
  /** Both sides of a proposed pair are asked before it is published. */
  readonly ask: boolean;
  /** 0 while the college has changed nothing. */
  readonly version: number;
}

export const conditionsOf = (ticked: readonly string[]): Conditions =>
  Object.fromEntries(conditionNames.map((name) => [name, ticked.includes(name)])) as Record<keyof Conditions, boolean>;

export const matchingNorms = async (db: CollegeDb): Promise<MatchingNorms> => {
  const row = await db
    .selectFrom('matching_norms')
    .select(['weights', 'conditions', 'ask', 'version'])
    .executeTakeFirst();
  if (!row) return { weights: usualWeights, conditions: usualConditions, ask: true, version: 0 };
  return {
    weights: { ...usualWeights, ...(row.weights as Weights) },
    conditions: conditionsOf(row.conditions),
    ask: row.ask,
    version: row.version,
  };
};

/** False when somebody has changed them since this version was shown. */
export const saveMatchingNorms = async (
  db: CollegeDb,
  { weights, conditions, ask, version }: MatchingNorms,
): Promise<boolean> => {
  const values = {
    weights: JSON.stringify(weights),
    conditions: conditionNames.filter((name) => conditions[name]),
    ask,
    version: version + 1,
  };
  if (version === 0) {
    const made = await db
      .insertInto('matching_norms')
      .values(values)
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await db
    .updateTable('matching_norms')
    .set(values)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
