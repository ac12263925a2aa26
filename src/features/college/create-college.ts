import { yearOf } from '../../kernel/academic-year.ts';
import type { CollegeScope } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type Database, dangerouslyAsSystem, dangerouslyScope, inCollege } from '../../platform/db.ts';
import { installNorms, openYear } from './rows.ts';

/** Makes a college for a new installation, the demo or the command line: no session can exist before it. */
export const createCollege = async (
  db: Database,
  { fullName, shortName, today }: { fullName: string; shortName: string; today: Day },
): Promise<CollegeScope> => {
  const start = yearOf(today);
  const { id } = await dangerouslyAsSystem(db, (tx) =>
    tx
      .insertInto('colleges')
      .values({ full_name: fullName, short_name: shortName, current_year: start })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const scope = dangerouslyScope(id);
  await inCollege(db, scope, async (tx) => {
    await openYear(tx, start);
    await installNorms(tx);
  });
  return scope;
};
