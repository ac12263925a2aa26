import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { normsOf } from '../college/rows.ts';
import { type ExpertFacts, expertFacts } from '../experts/fact-rows.ts';

/** The bank of experts against the topics in which people need help this year. */
export interface ExpertCoverage extends ExpertFacts {
  /** How many topics are in use; `uncovered` are names of those nobody helps with. */
  readonly topics: number;
}

export const expertCoverage = async (db: CollegeDb, year: number, today: Day): Promise<ExpertCoverage> => {
  const rows = await db
    .selectFrom('needs')
    .select('topic')
    .distinct()
    .where('year', '=', year)
    .where('withdrawn_on', 'is', null)
    .where('topic', '<>', 'other')
    .execute();
  const used = new Set(rows.map(({ topic }) => topic));
  const topics = (await normsOf(db, 'topic')).filter(({ code }) => used.has(code));
  const facts = await expertFacts(
    db,
    topics.map(({ code }) => code),
    today,
  );
  const labels = new Map(topics.map(({ code, label }) => [code, label]));
  return { ...facts, topics: topics.length, uncovered: facts.uncovered.map((code) => labels.get(code) ?? code) };
};
