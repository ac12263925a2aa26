import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { CollegeDb } from '../../platform/db.ts';

export interface SaidPreference {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: 'want' | 'helps' | 'avoid';
  /** 1 is the first wish; null for those who only ticked. */
  readonly rank: number | null;
}

/** What everybody said about others in a year. For the matching alone: it shows nobody who said what. */
export const preferencesOf = async (db: CollegeDb, year: AcademicYear): Promise<SaidPreference[]> => {
  const rows = await db
    .selectFrom('preferences')
    .select(['from_id as fromId', 'to_id as toId', 'kind', 'rank'])
    .where('year', '=', year)
    .orderBy('from_id')
    .orderBy('to_id')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SaidPreference['kind'] }));
};
