import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { basisTillOf, purposes } from './consent.ts';
import { starterTexts } from './starter-texts.ts';
import { hasTexts, insertText } from './text-rows.ts';

/** Gives a new college its first texts, one for each purpose; a college that has any keeps its own. */
export const installConsentTexts = async (db: CollegeDb, day: Day): Promise<void> => {
  if (await hasTexts(db)) return;
  for (const purpose of purposes)
    await insertText(db, {
      purpose,
      version: 1,
      body: starterTexts[purpose],
      validFrom: day,
      basisTill: basisTillOf(purpose, day),
    });
};
