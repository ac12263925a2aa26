import type { CollegeDb } from '../../platform/db.ts';
import { theCollege } from './rows.ts';

/** How moments are written in the college's own time: «12.10.2026, 11:42». */
export const momentWords = async (db: CollegeDb): Promise<(at: Date) => string> => {
  const { timeZone } = await theCollege(db);
  const words = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return (at) => words.format(at);
};
