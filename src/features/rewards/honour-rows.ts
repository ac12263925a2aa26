import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

export interface HonourEntry {
  readonly id: string;
  readonly personId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly groupCode: string | null;
  readonly words: string;
  readonly putOn: Day;
  /** What the consent to publication that is in force allows; null when none is: then the entry is seen by its keepers only. */
  readonly allowed: readonly string[] | null;
  /** When that consent ends. */
  readonly allowedTill: Day | null;
}

/** Entries of a year's board with what the newest consent in force allows on that day. One query: nothing is remembered or copied. */
export const honourEntries = async (db: CollegeDb, year: number, on: Day): Promise<HonourEntry[]> => {
  const { rows } = await sql<HonourEntry>`
    select e.id, e.person_id as "personId", p.last_name as "lastName", p.first_name as "firstName", p.patronymic,
      g.code as "groupCode", e.words, e.put_on as "putOn", c.categories as allowed, c.valid_till as "allowedTill"
    from honour_entries e join persons p on p.id = e.person_id left join study_groups g on g.id = p.group_id
      left join lateral (
        select c.categories, c.valid_till from consents c
        where c.person_id = e.person_id and c.purpose = 'publication' and c.withdrawn_on is null
          and c.signed_on <= ${on}::date and c.valid_till >= ${on}::date
          and c.signed_by in ('both', signatory_needed(p.kind, p.birth_day, c.signed_on))
          and not (signatory_needed(p.kind, p.birth_day, ${on}::date) = 'self'
            and signatory_needed(p.kind, p.birth_day, c.signed_on) <> 'self')
        order by c.signed_on desc, c.created_at desc limit 1) c on true
    where e.year = ${year} and p.left_on is null
    order by p.last_name, p.first_name, e.id`.execute(db);
  return rows;
};

/** undefined: the person stands on this year's board. */
export const insertEntry = async (
  db: CollegeDb,
  entry: {
    readonly year: number;
    readonly personId: string;
    readonly words: string;
    readonly putOn: Day;
    readonly accountId: string;
  },
): Promise<string | undefined> => {
  const row = await db
    .insertInto('honour_entries')
    .values({
      year: entry.year,
      person_id: entry.personId,
      words: entry.words,
      put_on: entry.putOn,
      account_id: entry.accountId,
    })
    .onConflict((clash) => clash.columns(['college_id', 'year', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

export const deleteEntry = async (db: CollegeDb, id: string): Promise<boolean> =>
  (await db.deleteFrom('honour_entries').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n;
