import { sql } from 'kysely';
import { addDays, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { FullName } from '../people/person.ts';
import { type Purpose, purposes } from './consent.ts';

/** From how many days before the birthday a paper is asked for: time enough to print it and to agree on the day. */
const noticeDays = 30;

/** The eighteenth birthday of `p`. Whoever was born on 29 February is grown up on 1 March, as `signatory_needed` says. */
export const adultOn = sql`((p.birth_day + interval '18 years')::date + (to_char(p.birth_day, 'MMDD') = '0229')::int)`;

/** Papers of somebody who was a minor when they were signed; from the birthday on none of them holds. */
export interface BirthdayDuty extends FullName {
  readonly id: string;
  readonly post: string;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  /** The eighteenth birthday, and so the term. */
  readonly adultOn: Day;
  /** What is to be signed anew, in the order of the purposes. */
  readonly purposes: readonly Purpose[];
}

/**
 * Who turns 18 within so many days (a month) or has, and has not signed anew. Nobody closes such a duty by hand: it is there as long as a
 * minor's paper runs and no own one was signed since the birthday. Withdrawn then or later, the own one still closes it.
 */
export const birthdayDuties = async (
  db: CollegeDb,
  { visible, today }: { readonly visible: 'all' | readonly string[]; readonly today: Day },
  ahead = noticeDays,
): Promise<BirthdayDuty[]> => {
  const order = sql.join(purposes.map((purpose) => sql.lit(purpose)));
  const { rows } = await sql<BirthdayDuty>`
    with grown as (
      select p.*, ${adultOn} as adult_on from persons p
      where p.left_on is null and p.kind <> 'representative' and ${adultOn} <= ${addDays(today, ahead)}::date
        and ${visible === 'all' ? sql`true` : sql`p.group_id = any(${sql.val([...visible])}::uuid[])`}
    ), owed as (
      select distinct p.id, c.purpose from grown p join consents c on c.person_id = p.id
      where c.withdrawn_on is null and c.signed_on < p.adult_on and c.signed_on <= ${today}::date
        and c.valid_till >= greatest(p.adult_on, ${today}::date)
        and not exists (select from consents n where n.person_id = p.id and n.purpose = c.purpose
          and n.signed_on >= p.adult_on and n.signed_on <= ${today}::date)
    )
    select p.id, p.last_name as "lastName", p.first_name as "firstName", p.patronymic, p.post, p.group_id as "groupId",
      g.code as "groupCode", p.adult_on as "adultOn",
      (select array_agg(o.purpose order by array_position(array[${order}], o.purpose)) from owed o where o.id = p.id) as purposes
    from grown p left join study_groups g on g.id = p.group_id
    where p.id in (select id from owed)
    order by p.adult_on, p.last_name, p.first_name, p.id limit 500`.execute(db);
  return rows;
};
