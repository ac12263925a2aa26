import { sql } from 'kysely';
import { addDays, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { claimDay } from '../../platform/tasks.ts';
import { reachOf } from '../accounts/messenger-rows.ts';
import type { Reach, WaysOut } from '../accounts/send-word.ts';

/** Somebody who may get the letter of the week. */
export interface DigestReader extends Reach {
  readonly personId: string;
  readonly firstName: string;
  /** Of a curator: through whose eyes the week is read. */
  readonly accountId: string | null;
}

const work = 'digest';

/**
 * Is today the day of the week on which the letter goes: Monday, or the first day after it that the server works. Asked at every
 * hour of that day, so that a break in the middle costs nobody a letter.
 */
export const isDigestDay = async (db: CollegeDb, monday: Day, today: Day): Promise<boolean> => {
  if (await claimDay(db, `${work} ${monday}`, monday)) {
    await claimDay(db, work, today);
    return true;
  }
  const row = await db
    .selectFrom('daily_runs')
    .select('day')
    .where('name', '=', work)
    .where('day', '=', today)
    .executeTakeFirst();
  return row !== undefined;
};

/** The post did not answer: tomorrow is the day. */
export const moveDigestDay = async (db: CollegeDb, today: Day): Promise<void> => {
  await claimDay(db, work, addDays(today, 1));
};

const wanted = (person: string, monday: Day) => sql`
  not exists (select from reminder_wishes w where w.person_id = ${sql.ref(person)} and w.letters = 'none')
  and not exists (select from digest_letters d where d.person_id = ${sql.ref(person)} and d.week = ${monday}::date)`;

/** Curators with an account, then both sides of pairs at work; without those who want no letters or have this week's. */
export const digestReaders = async (
  db: CollegeDb,
  { monday, today }: { readonly monday: Day; readonly today: Day },
  ways: WaysOut,
): Promise<DigestReader[]> => {
  const reach = reachOf(ways);
  const { rows } = await sql<DigestReader>`
    with curators as (
      select c.person_id, (min(c.id::text))::uuid as account_id
      from accounts c join account_roles r on r.account_id = c.id and r.role = 'curator'
      where c.disabled_at is null and c.person_id is not null group by c.person_id
    ), readers as (
      select person_id, account_id from curators
      union all
      select distinct s.id, null::uuid from pairs p cross join lateral (values (p.mentor_id), (p.mentee_id)) s(id)
      where ${today}::date between p.from_day and p.till_day and s.id not in (select person_id from curators)
    )
    select h.id as "personId", h.first_name as "firstName", s.account_id as "accountId", ${reach.columns}
    from readers s join persons h on h.id = s.person_id ${reach.join}
    where h.left_on is null and ${reach.some} and ${wanted('h.id', monday)}
    order by s.account_id nulls last, h.id`.execute(db);
  return rows;
};

/** Takes the right to send the letter of a week; undefined when it was sent, or any other letter of ours came within seven days. */
export const claimDigest = async (
  db: CollegeDb,
  personId: string,
  { monday, today }: { readonly monday: Day; readonly today: Day },
): Promise<string | undefined> => {
  await sql`select from persons where id = ${personId}::uuid for update`.execute(db);
  const { rows } = await sql<{ id: string }>`
    insert into digest_letters (person_id, week, sent_on)
    select ${personId}::uuid, ${monday}::date, ${today}::date
    where not had_letter(${personId}::uuid, ${addDays(today, -7)}::date)
    on conflict do nothing returning id`.execute(db);
  return rows[0]?.id;
};

export const setDigest = async (db: CollegeDb, id: string, state: 'sent' | 'failed'): Promise<void> => {
  await db.updateTable('digest_letters').set({ state }).where('id', '=', id).execute();
};

/** Gives the right back: the letter surely has not gone. */
export const giveBackDigest = async (db: CollegeDb, id: string): Promise<void> => {
  await db.deleteFrom('digest_letters').where('id', '=', id).execute();
};
