import { putBuiltInActs } from '../features/acts/install-acts.ts';
import { createCollege } from '../features/college/create-college.ts';
import { installConsentTexts } from '../features/consents/install-texts.ts';
import type { CollegeScope } from '../kernel/actor.ts';
import type { Day } from '../kernel/day.ts';
import { type Database, inCollege } from '../platform/db.ts';

/** A college of a new installation, ready for its guide: norms, an open year, first texts of consents, the built-in acts. Its name is asked later. */
export const newCollege = async (db: Database, today: Day): Promise<CollegeScope> => {
  const college = await createCollege(db, { fullName: 'Новый колледж', shortName: 'Новый колледж', today });
  await inCollege(db, college, async (tx) => {
    await installConsentTexts(tx, today);
    await putBuiltInActs(tx);
  });
  return college;
};
