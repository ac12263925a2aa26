import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { lacksOf } from '../selection/barrier-rows.ts';
import { unmet } from '../selection/demand.ts';
import { demandsOf } from '../selection/setting-rows.ts';
import type { MenteeCandidate, MentorCandidate } from './candidate.ts';

export interface Span {
  readonly from: Day;
  readonly till: Day;
  readonly year: number;
  readonly form: string;
}

/** All mentors in the base, with the places that stay free through the whole period. */
export const mentorCandidates = async (
  db: CollegeDb,
  { from, till, form }: Span,
  consents: ReadonlyMap<string, string>,
): Promise<MentorCandidate[]> => {
  const lacks = await lacksOf(db, { form, on: from });
  const chosen = await demandsOf(db);
  const { rows } = await sql<Omit<MentorCandidate, 'hasConsent' | 'trained' | 'barred'>>`
    select m.person_id as id, p.kind, m.forms, m.competences, m.free_times as "freeTimes", p.group_id as "groupId",
      g.course, coalesce(g.speciality, '') as speciality, p.organisation_id as "organisationId", m.status = 'approved' as approved,
      greatest(0, m.capacity - (select count(*) from pairs x
        where x.mentor_id = m.person_id and daterange(x.from_day, x.till_day, '[]') && daterange(${from}::date, ${till}::date, '[]')))::int as places
    from mentors m join persons p on p.id = m.person_id left join study_groups g on g.id = p.group_id
    where m.left_on is null and p.left_on is null
    order by m.person_id`.execute(db);
  return rows.map((row) => {
    const own = lacks.get(row.id);
    return {
      ...row,
      hasConsent: consents.has(row.id),
      trained: own?.training === false,
      barred: own !== undefined && unmet(own, chosen, 'block').length > 0,
    };
  });
};

/** Mentees who have no mentor on any day of the period. */
export const menteeCandidates = async (
  db: CollegeDb,
  { from, till, year }: Omit<Span, 'form'>,
  consents: ReadonlyMap<string, string>,
): Promise<MenteeCandidate[]> => {
  const { rows } = await sql<Omit<MenteeCandidate, 'hasConsent'>>`
    select m.person_id as id, p.kind, m.wanted_forms as "wantedForms", m.free_times as "freeTimes", p.group_id as "groupId",
      g.course, coalesce(g.speciality, '') as speciality,
      array(select distinct n.topic from needs n where n.person_id = m.person_id and n.year = ${year}
        and n.withdrawn_on is null and not n.confidential order by n.topic) as topics,
      exists (select from needs n where n.person_id = m.person_id and n.year = ${year}
        and n.withdrawn_on is null and n.confidential) as "hasConfidentialNeed"
    from mentees m join persons p on p.id = m.person_id left join study_groups g on g.id = p.group_id
    where m.left_on is null and p.left_on is null
      and not exists (select from pairs x where x.mentee_id = m.person_id
        and daterange(x.from_day, x.till_day, '[]') && daterange(${from}::date, ${till}::date, '[]'))
    order by m.person_id`.execute(db);
  return rows.map((row) => ({ ...row, hasConsent: consents.has(row.id) }));
};
