import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { statesInForce } from '../consents/consent.ts';
import { statesOf } from '../consents/rows.ts';

export interface Contact {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Curators of the college with what is known of how to reach them. */
export const curatorContacts = (db: CollegeDb): Promise<Contact[]> =>
  db
    .selectFrom('accounts as a')
    .innerJoin('account_roles as r', 'r.account_id', 'a.id')
    .leftJoin('persons as p', 'p.id', 'a.person_id')
    .select(['a.name', 'p.phone', 'p.email'])
    .where('r.role', '=', 'curator')
    .where('a.disabled_at', 'is', null)
    .orderBy('a.name')
    .execute();

/** Phone and address of the other side, for those whose consent to processing is in force; nobody else's are shown. */
export const contactsOf = async (
  db: CollegeDb,
  today: Day,
  personIds: readonly string[],
): Promise<Map<string, Omit<Contact, 'name'>>> => {
  const states = await statesOf(db, 'processing', today, personIds);
  const allowed = personIds.filter((id) => {
    const found = states.get(id);
    return found && statesInForce.some((state) => state === found.state);
  });
  if (allowed.length === 0) return new Map();
  const rows = await db.selectFrom('persons').select(['id', 'phone', 'email']).where('id', 'in', allowed).execute();
  return new Map(rows.map(({ id, ...contact }) => [id, contact]));
};
