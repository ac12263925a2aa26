import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { ConsentState } from '../consents/consent.ts';
import { peopleInForce } from '../consents/rows.ts';
import { all, byName, type Condition, inGroups, lineColumns, type PersonLine, searched } from './member-rows.ts';
import type { Frame } from './mentee-rows.ts';
import type { Mentor, MentorProfile, MentorStatus } from './mentor.ts';

export interface MentorFilter {
  readonly search: string;
  readonly status: MentorStatus | null;
  readonly topic: string | null;
  readonly form: string | null;
  /** Only those without a competence, a form, or a consent in force. */
  readonly onlyGaps: boolean;
}

export interface MentorLine extends PersonLine {
  readonly status: MentorStatus;
  readonly capacity: number;
  readonly forms: readonly string[];
  readonly competences: readonly string[];
  readonly organisation: string | null;
  readonly consent: ConsentState;
  readonly consentTill: Day | null;
}

const consented = ({ today }: Pick<Frame, 'today'>): Condition => sql`p.id in (${peopleInForce('processing', today)})`;

const gap = (frame: Pick<Frame, 'today'>): Condition =>
  sql`(m.competences = '{}' or m.forms = '{}' or not ${consented(frame)})`;

const conditions = (frame: Frame, filter: MentorFilter): Condition =>
  all([
    sql`m.left_on is null and p.left_on is null`,
    ...inGroups(frame.visible),
    ...(filter.status ? [sql<boolean>`m.status = ${filter.status}`] : []),
    ...(filter.topic ? [sql<boolean>`${filter.topic} = any(m.competences)`] : []),
    ...(filter.form ? [sql<boolean>`${filter.form} = any(m.forms)`] : []),
    ...(filter.onlyGaps ? [gap(frame)] : []),
    ...searched(filter.search),
  ]);

export const countMentors = async (db: CollegeDb, frame: Frame, filter: MentorFilter): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from mentors m join persons p on p.id = m.person_id
    where ${conditions(frame, filter)}`.execute(db);
  return rows[0]?.count ?? 0;
};

/** One page by name, consents looked up for it only. */
export const mentorPage = async (
  db: CollegeDb,
  frame: Frame,
  filter: MentorFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<MentorLine[]> => {
  const { rows } = await sql<MentorLine>`
    with page as materialized (
      select ${lineColumns}, o.name as organisation, m.status, m.capacity, m.forms, m.competences
      from mentors m join persons p on p.id = m.person_id
      left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
      where ${conditions(frame, filter)}
      order by ${byName} limit ${perPage} offset ${(page - 1) * perPage})
    select page.*, coalesce(s.state, 'missing') as consent, s.valid_till as "consentTill"
    from page
    left join lateral (
      select state, valid_till from consent_states('processing', ${frame.today}::date) c where c.person_id = page.id limit 1) s on true
    order by "lastName", "firstName", patronymic, id`.execute(db);
  return rows;
};

export interface MentorCounts {
  readonly total: number;
  readonly approved: number;
  readonly withCompetences: number;
  readonly withConsent: number;
  /** Mentees that all of them can take together. */
  readonly places: number;
  readonly gaps: number;
}

/** The numbers over the register. */
export const mentorCounts = async (db: CollegeDb, { visible, today }: Frame): Promise<MentorCounts> => {
  const { rows } = await sql<MentorCounts>`
    select count(*) as total, count(*) filter (where m.status = 'approved') as approved,
      count(*) filter (where m.competences <> '{}') as "withCompetences",
      count(*) filter (where ${consented({ today })}) as "withConsent",
      coalesce(sum(m.capacity), 0) as places,
      count(*) filter (where ${gap({ today })}) as gaps
    from mentors m join persons p on p.id = m.person_id
    where ${all([sql`m.left_on is null and p.left_on is null`, ...inGroups(visible)])}`.execute(db);
  return rows[0] ?? { total: 0, approved: 0, withCompetences: 0, withConsent: 0, places: 0, gaps: 0 };
};

export const mentorById = (db: CollegeDb, personId: string): Promise<Mentor | undefined> =>
  db
    .selectFrom('mentors')
    .select([
      'person_id as personId',
      'entered_on as enteredOn',
      'left_on as leftOn',
      'status',
      'capacity',
      'forms',
      'competences',
      'free_times as freeTimes',
      'motivation',
      'achievements',
      'interests',
      'version',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst();

/** False when somebody changed the row since this version was shown. Walls: 'within_capacity'. */
export const updateMentor = async (
  db: CollegeDb,
  personId: string,
  version: number,
  profile: MentorProfile,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('mentors')
    .set({
      status: profile.status,
      capacity: profile.capacity,
      forms: [...profile.forms],
      competences: [...profile.competences],
      free_times: [...profile.freeTimes],
      motivation: profile.motivation,
      achievements: profile.achievements,
      interests: profile.interests,
      version: version + 1,
    })
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};
