import { academicYear } from '../../kernel/academic-year.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { uncoveredForms } from './material.ts';
import { materialsOf } from './rows.ts';

export interface LibraryFacts {
  readonly forms: readonly string[];
  readonly uncovered: readonly string[];
  readonly materials: number;
}

/** What row 6.2 is judged by: forms that pairs of the year work in, and those of them with nothing for a mentor to read. */
export const libraryFacts = async (db: CollegeDb, year: number): Promise<LibraryFacts> => {
  const { from, till } = academicYear(year);
  const materials = await materialsOf(db);
  const rows = await db
    .selectFrom('pairs as p')
    .select('p.form')
    .distinct()
    .where('p.till_day', '>=', from)
    .where('p.from_day', '<=', till)
    .execute();
  const forms = rows.map(({ form }) => form).sort();
  return { forms, uncovered: uncoveredForms(forms, materials), materials: materials.length };
};
