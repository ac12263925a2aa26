import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { FullName, PersonKind } from '../people/person.ts';
import { wordsOf } from '../people/register-rows.ts';
import { adultOn } from './birthday-rows.ts';
import { type ConsentState, consentStates, type Purpose, statesInForce } from './consent.ts';
import type { Circle } from './consequence.ts';

export interface ConsentFilter {
  readonly purpose: Purpose;
  readonly search: string;
  readonly groupId: string | null;
  /** 'absent': everything that is not in force. */
  readonly state: ConsentState | 'absent' | null;
  readonly circle: Circle | null;
}

export interface ConsentLine extends FullName {
  readonly id: string;
  readonly kind: PersonKind;
  readonly birthDay: Day | null;
  readonly post: string;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly state: ConsentState;
  readonly till: Day | null;
}

interface Frame {
  readonly visible: 'all' | readonly string[];
  readonly today: Day;
}

type Condition = RawBuilder<unknown>;

const escaped = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const people = (
  { visible }: Pick<Frame, 'visible'>,
  { search, groupId, circle }: Pick<ConsentFilter, 'search' | 'groupId' | 'circle'>,
): Condition =>
  sql.join(
    [
      sql`p.left_on is null and p.kind <> 'representative'`,
      ...(visible === 'all' ? [] : [sql`p.group_id = any(${sql.val([...visible])}::uuid[])`]),
      ...(groupId ? [sql`p.group_id = ${groupId}::uuid`] : []),
      ...(circle ? [sql`p.id in (${circle.people})`] : []),
      ...wordsOf(search).map((word) => sql`p.search like ${`%${escaped(word)}%`}`),
    ],
    sql` and `,
  );

const standing = (state: ConsentFilter['state']): Condition => {
  if (state === null) return sql`true`;
  if (state !== 'absent') return sql`coalesce(s.state, 'missing') = ${state}`;
  return sql`coalesce(s.state, 'missing') <> all(array[${sql.join(statesInForce.map((each) => sql.lit(each)))}])`;
};

export interface ConsentRegister {
  readonly rows: readonly ConsentLine[];
  /** How many of the people of the filter stand how, whatever state the filter names. */
  readonly counts: ReadonlyMap<ConsentState, number>;
}

interface CountedLine extends ConsentLine {
  readonly counts: Readonly<Record<string, number>> | null;
}

/**
 * One page of people and how they stand for one purpose, with the numbers above it. One statement: judging the papers of
 * ten thousand people is what takes the time, and it is done once.
 */
export const consentRegister = async (
  db: CollegeDb,
  frame: Frame,
  filter: ConsentFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<ConsentRegister> => {
  const { rows } = await sql<CountedLine>`
    with lines as materialized (
      select p.id, p.kind, p.last_name, p.first_name, p.patronymic, p.birth_day, p.post, p.group_id,
        coalesce(s.state, 'missing') as state, s.valid_till
      from persons p left join consent_states(${filter.purpose}, ${frame.today}::date) s on s.person_id = p.id
      where ${people(frame, filter)}
    ), counts as (
      select jsonb_object_agg(state, n) as counts from (select state, count(*) as n from lines group by state) each_state
    ), shown as (
      select * from lines s where ${standing(filter.state)}
      order by s.last_name, s.first_name, s.patronymic, s.id limit ${perPage} offset ${(page - 1) * perPage}
    )
    select counts.counts, s.id, s.kind, s.last_name as "lastName", s.first_name as "firstName", s.patronymic,
      s.birth_day as "birthDay", s.post, s.group_id as "groupId", g.code as "groupCode", s.state, s.valid_till as till
    from counts left join shown s on true left join study_groups g on g.id = s.group_id
    order by s.last_name, s.first_name, s.patronymic, s.id`.execute(db);
  const counts = new Map<ConsentState, number>();
  for (const state of consentStates) {
    const count = rows[0]?.counts?.[state];
    if (count) counts.set(state, count);
  }
  return { counts, rows: rows.filter(({ id }) => id !== null).map(({ counts: _, ...line }) => line) };
};

/** Groups that study now and that the reader may see. */
export const groupChoices = (db: CollegeDb, { visible }: Pick<Frame, 'visible'>) => {
  const query = db.selectFrom('study_groups').select(['id', 'code']).where('graduated_on', 'is', null).orderBy('code');
  return (visible === 'all' ? query : query.where(sql<boolean>`id = any(${sql.val([...visible])}::uuid[])`)).execute();
};

/** States that ask for a new paper: nothing is in force, or what is will not hold for long. */
const wantPaper = sql`coalesce(s.state, 'missing') <> 'valid'`;

/** Whom forms may be printed for: those of the groups (everybody when none is named), or only those who need a paper. */
export const peopleForForms = async (
  db: CollegeDb,
  { visible, today }: Frame,
  { purpose, groups, lacking }: { purpose: Purpose; groups: readonly string[]; lacking: boolean },
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from persons p left join consent_states(${purpose}, ${today}::date) s on s.person_id = p.id
    where p.left_on is null and p.kind <> 'representative'
      and ${visible === 'all' ? sql`true` : sql`p.group_id = any(${sql.val([...visible])}::uuid[])`}
      and ${groups.length === 0 ? sql`true` : sql`p.group_id = any(${sql.val([...groups])}::uuid[])`}
      and ${lacking ? wantPaper : sql`true`}`.execute(db);
  return rows.map(({ id }) => id);
};

/** People whose name, group or phone matches, for choosing whose paper it is. */
export const personChoices = async (
  db: CollegeDb,
  { visible }: Pick<Frame, 'visible'>,
  search: string,
  limit = 50,
): Promise<{ id: string; name: string; code: string | null }[]> => {
  const { rows } = await sql<{ id: string; name: string; code: string | null }>`
    select p.id, concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) as name, g.code
    from persons p left join study_groups g on g.id = p.group_id
    where ${people({ visible }, { search, groupId: null, circle: null })}
    order by p.last_name, p.first_name, p.patronymic, p.id limit ${limit}`.execute(db);
  return rows;
};

export interface Renewal extends FullName {
  readonly id: string;
  readonly post: string;
  readonly groupCode: string | null;
  readonly till: Day;
}

/** People whose running consent ends by a day; the nearest first. Who signs anew because of a birthday is not told twice. */
export const renewals = async (
  db: CollegeDb,
  { visible, today }: Frame,
  purpose: Purpose,
  till: Day,
): Promise<Renewal[]> => {
  const { rows } = await sql<Renewal>`
    with running as (
      select distinct on (c.person_id) c.person_id, c.valid_till from consents c join persons p on p.id = c.person_id
      where c.purpose = ${purpose} and c.withdrawn_on is null and c.signed_on <= ${today}::date and c.valid_till >= ${today}::date
        and (p.birth_day is null or c.valid_till < ${adultOn} or signatory_needed(p.kind, p.birth_day, c.signed_on) = 'self')
      order by c.person_id, c.valid_till desc
    )
    select p.id, p.last_name as "lastName", p.first_name as "firstName", p.patronymic, p.post, g.code as "groupCode",
      r.valid_till as till
    from running r join persons p on p.id = r.person_id left join study_groups g on g.id = p.group_id
    where p.left_on is null and ${visible === 'all' ? sql`true` : sql`p.group_id = any(${sql.val([...visible])}::uuid[])`}
      and r.valid_till <= ${till}::date
    order by r.valid_till, p.last_name, p.first_name, p.id limit 500`.execute(db);
  return rows;
};
