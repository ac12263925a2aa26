import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { purposes } from './consent.ts';
import { hasTexts, insertText } from './text-rows.ts';
import { firstTexts } from './texts.ts';

/** Gives a new college its first texts, one for each purpose; a college that has any keeps its own. */
export const installConsentTexts = async (db: CollegeDb, day: Day): Promise<void> => {
  if (await hasTexts(db)) return;
  for (const purpose of purposes)
    await insertText(db, { purpose, version: 1, body: firstTexts[purpose], validFrom: day });
};
