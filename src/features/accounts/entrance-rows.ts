import type { Database } from '../../platform/db.ts';

/** The name on the entrance: of the one college here; undefined where several share the installation. */
export const onlyCollegeName = async (db: Database): Promise<string | undefined> => {
  const names = await db.selectFrom('colleges').select('short_name').limit(2).execute();
  return names.length === 1 ? names[0]?.short_name : undefined;
};
