import { sql } from 'kysely';
import { addDays, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { reachOf } from '../accounts/messenger-rows.ts';
import type { Reach, WaysOut } from '../accounts/send-word.ts';
import type { LetterWish } from './fields.ts';

/** Somebody who has meetings tomorrow, can be written to, and wants a letter about them. */
export interface ReminderRecipient extends Reach {
  readonly personId: string;
  readonly firstName: string;
  readonly wish: LetterWish;
}

/** Those of both sides who have planned meetings on a day and were not written to about it. */
export const reminderRecipients = async (db: CollegeDb, aboutDay: Day, ways: WaysOut): Promise<ReminderRecipient[]> => {
  const reach = reachOf(ways);
  const { rows } = await sql<ReminderRecipient>`
    select distinct h.id as "personId", h.first_name as "firstName", ${reach.columns}, coalesce(w.letters, 'week') as wish
    from meetings m join pairs p on p.id = m.pair_id join persons h on h.id in (p.mentor_id, p.mentee_id)
      left join reminder_wishes w on w.person_id = h.id ${reach.join}
    where m.state = 'planned' and m.day = ${aboutDay}::date and ${aboutDay}::date between p.from_day and p.till_day
      and h.left_on is null and ${reach.some} and coalesce(w.letters, 'week') <> 'none'
      and not exists (select from meeting_letters l where l.person_id = h.id and l.about_day = ${aboutDay}::date)
    order by h.id`.execute(db);
  return rows;
};

/** Takes the right to send one reminder; undefined when it was sent, or when this week had one and the person wants no more. */
export const claimReminder = async (
  db: CollegeDb,
  { personId, wish }: Pick<ReminderRecipient, 'personId' | 'wish'>,
  { aboutDay, today }: { readonly aboutDay: Day; readonly today: Day },
): Promise<string | undefined> => {
  await sql`select from persons where id = ${personId}::uuid for update`.execute(db);
  const { rows } = await sql<{ id: string }>`
    insert into meeting_letters (person_id, about_day, sent_on)
    select ${personId}::uuid, ${aboutDay}::date, ${today}::date
    where ${wish === 'each'} or not had_letter(${personId}::uuid, ${addDays(today, -7)}::date)
    on conflict do nothing returning id`.execute(db);
  return rows[0]?.id;
};

export const setReminder = async (db: CollegeDb, id: string, state: 'sent' | 'failed'): Promise<void> => {
  await db.updateTable('meeting_letters').set({ state }).where('id', '=', id).execute();
};

export const letterWishOf = async (db: CollegeDb, personId: string): Promise<LetterWish> =>
  ((await db.selectFrom('reminder_wishes').select('letters').where('person_id', '=', personId).executeTakeFirst())
    ?.letters as LetterWish | undefined) ?? 'week';

export const putLetterWish = async (db: CollegeDb, personId: string, letters: LetterWish): Promise<void> => {
  await db
    .insertInto('reminder_wishes')
    .values({ person_id: personId, letters })
    .onConflict((clash) => clash.columns(['college_id', 'person_id']).doUpdateSet({ letters }))
    .execute();
};
