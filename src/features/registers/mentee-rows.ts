import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { ConsentState } from '../consents/consent.ts';
import { peopleInForce } from '../consents/rows.ts';
import {
  all,
  byName,
  type Condition,
  inGroups,
  lineColumns,
  type PersonLine,
  searched,
  type Visible,
} from './member-rows.ts';
import type { Mentee } from './mentee.ts';

export interface MenteeFilter {
  readonly search: string;
  readonly groupId: string | null;
  /** A topic's code, 'none' for people without a need, 'secret' for people with a confidential one. */
  readonly topic: string | null;
  /** A state of the consent to processing, or 'absent' for all that are not in force. */
  readonly consent: ConsentState | 'absent' | null;
  readonly onlyGaps: boolean;
  readonly sort: 'name' | 'group';
  readonly descending: boolean;
}

/** What a register asks besides its filter. */
export interface Frame {
  readonly visible: Visible;
  /** May confidential needs be told apart? */
  readonly secrets: boolean;
  readonly year: number;
  readonly today: Day;
}

export interface MenteeLine extends PersonLine {
  readonly needs: readonly { readonly topic: string; readonly confidential: boolean }[];
  readonly consent: ConsentState;
  readonly consentTill: Day | null;
}

const openNeed = ({ year }: Frame, more: Condition = sql`true`): Condition =>
  sql`exists (select from needs n where n.person_id = p.id and n.year = ${year} and n.withdrawn_on is null and ${more})`;

const consented = ({ today }: Frame): Condition => sql`p.id in (${peopleInForce('processing', today)})`;

const consentCondition = (frame: Frame, consent: NonNullable<MenteeFilter['consent']>): Condition => {
  if (consent === 'absent') return sql`not ${consented(frame)}`;
  if (consent === 'missing')
    return sql`not exists (select from consents c where c.person_id = p.id and c.purpose = 'processing')`;
  return sql`p.id in (select s.person_id from consent_states('processing', ${frame.today}::date) s where s.state = ${consent})`;
};

const topicCondition = (frame: Frame, topic: string): Condition[] => {
  if (topic === 'none') return [sql`not ${openNeed(frame)}`];
  if (topic === 'secret') return [frame.secrets ? openNeed(frame, sql`n.confidential`) : sql`false`];
  const open = frame.secrets ? sql<boolean>`true` : sql<boolean>`not n.confidential`;
  return [openNeed(frame, sql`n.topic = ${topic} and ${open}`)];
};

const conditions = (frame: Frame, filter: MenteeFilter): Condition => {
  const { groupId, topic, consent, onlyGaps } = filter;
  return all([
    sql`m.left_on is null and p.left_on is null`,
    ...inGroups(frame.visible),
    ...(groupId ? [sql<boolean>`p.group_id = ${groupId}::uuid`] : []),
    ...(topic ? topicCondition(frame, topic) : []),
    ...(consent ? [consentCondition(frame, consent)] : []),
    ...(onlyGaps ? [sql<boolean>`(not ${openNeed(frame)} or not ${consented(frame)})`] : []),
    ...searched(filter.search),
  ]);
};

const orderOf = ({ sort, descending }: MenteeFilter) => {
  const way = descending ? sql`desc` : sql`asc`;
  const name = sql`p.last_name ${way}, p.first_name ${way}, p.patronymic ${way}, p.id ${way}`;
  return sort === 'group' ? sql`g.code ${way} nulls last, ${byName}` : name;
};

/** The same order over the found page, by the names of its columns. */
const orderOfPage = ({ sort, descending }: MenteeFilter) => {
  const way = descending ? sql`desc` : sql`asc`;
  const name = sql`"lastName" ${way}, "firstName" ${way}, patronymic ${way}, id ${way}`;
  return sort === 'group' ? sql`"groupCode" ${way} nulls last, "lastName", "firstName", patronymic, id` : name;
};

export const countMentees = async (db: CollegeDb, frame: Frame, filter: MenteeFilter): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from mentees m join persons p on p.id = m.person_id
    where ${conditions(frame, filter)}`.execute(db);
  return rows[0]?.count ?? 0;
};

/** One page: the people are found first, and only for them needs and consents are looked up. */
export const menteePage = async (
  db: CollegeDb,
  frame: Frame,
  filter: MenteeFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<MenteeLine[]> => {
  const { rows } = await sql<MenteeLine>`
    with page as materialized (
      select ${lineColumns}
      from mentees m join persons p on p.id = m.person_id left join study_groups g on g.id = p.group_id
      where ${conditions(frame, filter)}
      order by ${orderOf(filter)} limit ${perPage} offset ${(page - 1) * perPage})
    select page.*, coalesce(s.state, 'missing') as consent, s.valid_till as "consentTill", coalesce(n.needs, '[]') as needs
    from page
    left join lateral (
      select state, valid_till from consent_states('processing', ${frame.today}::date) c where c.person_id = page.id limit 1) s on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('topic', n.topic, 'confidential', n.confidential) order by n.stated_on, n.created_at) as needs
      from needs n where n.person_id = page.id and n.year = ${frame.year} and n.withdrawn_on is null) n on true
    order by ${orderOfPage(filter)}`.execute(db);
  return rows;
};

export interface BaseCounts {
  readonly total: number;
  readonly groups: number;
  readonly withNeed: number;
  readonly withConsent: number;
  readonly gaps: number;
}

/** The numbers over the register. */
export const menteeCounts = async (db: CollegeDb, { visible, year, today }: Frame): Promise<BaseCounts> => {
  const { rows } = await sql<BaseCounts>`
    with consented as materialized (${peopleInForce('processing', today)})
    select count(*) as total, count(distinct p.group_id) as groups,
      count(n.person_id) as "withNeed",
      count(*) filter (where p.id in (select person_id from consented)) as "withConsent",
      count(*) filter (where n.person_id is null or p.id not in (select person_id from consented)) as gaps
    from mentees m join persons p on p.id = m.person_id
    left join (select distinct person_id from needs where year = ${year} and withdrawn_on is null) n on n.person_id = p.id
    where ${all([sql`m.left_on is null and p.left_on is null`, ...inGroups(visible)])}`.execute(db);
  return rows[0] ?? { total: 0, groups: 0, withNeed: 0, withConsent: 0, gaps: 0 };
};

export const menteeById = (db: CollegeDb, personId: string): Promise<Mentee | undefined> =>
  db
    .selectFrom('mentees')
    .select([
      'person_id as personId',
      'entered_on as enteredOn',
      'left_on as leftOn',
      'free_times as freeTimes',
      'wanted_forms as wantedForms',
      'version',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst();

/** False when somebody changed the row since this version was shown. */
export const updateMentee = async (
  db: CollegeDb,
  personId: string,
  version: number,
  wishes: Pick<Mentee, 'freeTimes' | 'wantedForms'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('mentees')
    .set({ free_times: [...wishes.freeTimes], wanted_forms: [...wishes.wantedForms], version: version + 1 })
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** Writes when somebody is free, as they said themselves. */
export const stateFreeTimes = async (db: CollegeDb, personId: string, times: readonly string[]): Promise<void> => {
  await sql`update mentees set free_times = ${sql.val([...times])}::text[], version = version + 1
    where person_id = ${personId}::uuid and free_times <> ${sql.val([...times])}::text[]`.execute(db);
};
