import type { CollegeDb } from '../../../platform/db.ts';
import type { Option } from '../../../platform/fields.ts';
import { normsOf } from '../../college/rows.ts';

/** Forms of mentoring of the college, as options. */
export const formOptions = async (db: CollegeDb): Promise<Option[]> =>
  (await normsOf(db, 'form')).map(({ code, label }) => ({ value: code, label }));

export const formWords = (codes: readonly string[], forms: readonly Option[]): string =>
  codes.length === 0
    ? 'все формы'
    : codes.map((code) => forms.find(({ value }) => value === code)?.label ?? code).join(', ');
