import type { Actor, CollegeScope } from '../../kernel/actor.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';

/** Who started a long task, with the rights they have now, and the time zone of their college. */
export const starterOf = async (
  db: CollegeDb,
  college: CollegeScope,
  accountId: string | null,
): Promise<{ actor: Actor; timeZone: string }> => {
  const id = found(accountId, 'account of a task');
  const account = found(
    await db.selectFrom('accounts').select(['name', 'person_id']).where('id', '=', id).executeTakeFirst(),
    'account',
  );
  const roles = await db.selectFrom('account_roles').select('role').where('account_id', '=', id).execute();
  const { time_zone } = await db.selectFrom('colleges').select('time_zone').executeTakeFirstOrThrow();
  return {
    timeZone: time_zone,
    actor: {
      college,
      accountId: id,
      personId: account.person_id,
      name: account.name,
      roles: roles.map(({ role }) => role),
      groupIds: [],
    },
  };
};
