import { sql } from 'kysely';
import { academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { preferencesOf } from '../general-meeting/preference-rows.ts';
import { lacksOf } from '../selection/barrier-rows.ts';
import { unmet } from '../selection/demand.ts';
import { demandsOf } from '../selection/setting-rows.ts';
import { type MenteeCandidate, type MentorCandidate, type Said, saidNothing } from './candidate.ts';

export interface Span {
  readonly from: Day;
  readonly till: Day;
  readonly year: number;
  readonly forms: readonly string[];
}

/** In which of the forms each mentor lacks what the college demands, and who is trained. */
const readiness = async (db: CollegeDb, { forms, from }: Pick<Span, 'forms' | 'from'>) => {
  const chosen = await demandsOf(db);
  const barred = new Map<string, string[]>();
  const untrained = new Map<string, boolean>();
  for (const form of forms) {
    for (const [id, lacks] of await lacksOf(db, { form, on: from })) {
      untrained.set(id, lacks.training);
      if (unmet(lacks, chosen, 'block').length > 0) barred.set(id, [...(barred.get(id) ?? []), form]);
    }
  }
  return { barred, untrained };
};

/** All mentors in the base who take one of the forms, with the places that stay free through the whole period. */
export const mentorCandidates = async (
  db: CollegeDb,
  { from, till, forms }: Pick<Span, 'from' | 'till' | 'forms'>,
  { consents, said }: Known,
): Promise<MentorCandidate[]> => {
  const { barred, untrained } = await readiness(db, { forms, from });
  const { rows } = await sql<Omit<MentorCandidate, 'hasConsent' | 'trained' | 'barredIn' | 'said'>>`
    select m.person_id as id, p.kind, m.forms, m.competences, m.free_times as "freeTimes", p.group_id as "groupId",
      g.course, coalesce(g.speciality, '') as speciality, p.organisation_id as "organisationId", m.status = 'approved' as approved,
      greatest(0, m.capacity - (select count(*) from pairs x
        where x.mentor_id = m.person_id and daterange(x.from_day, x.till_day, '[]') && daterange(${from}::date, ${till}::date, '[]')))::int as places
    from mentors m join persons p on p.id = m.person_id left join study_groups g on g.id = p.group_id
    where m.left_on is null and p.left_on is null and m.forms && ${sql.val([...forms])}::text[]
    order by m.person_id`.execute(db);
  return rows.map((row) => ({
    ...row,
    hasConsent: consents.has(row.id),
    trained: untrained.get(row.id) === false,
    barredIn: barred.get(row.id) ?? [],
    said: said.get(row.id) ?? saidNothing,
  }));
};

/** What other rooms know of people by their ids. */
export interface Known {
  readonly consents: ReadonlyMap<string, string>;
  readonly said: ReadonlyMap<string, Said>;
}

/** Mentees who have no mentor on any day of the period and did not ask for other forms only. */
export const menteeCandidates = async (
  db: CollegeDb,
  { from, till, year, forms }: Span,
  { consents, said, waiting }: Known & { readonly waiting: ReadonlySet<string> },
): Promise<MenteeCandidate[]> => {
  const last = academicYear(year - 1);
  type Row = Omit<MenteeCandidate, 'hasConsent' | 'said' | 'noShows' | 'firstInLine'>;
  const { rows } = await sql<Row>`
    select m.person_id as id, p.kind, m.wanted_forms as "wantedForms", m.free_times as "freeTimes", p.group_id as "groupId",
      g.course, coalesce(g.speciality, '') as speciality,
      array(select distinct n.topic from needs n where n.person_id = m.person_id and n.year = ${year}
        and n.withdrawn_on is null and not n.confidential order by n.topic) as topics,
      exists (select from needs n where n.person_id = m.person_id and n.year = ${year}
        and n.withdrawn_on is null and n.confidential) as "hasConfidentialNeed",
      array(select distinct x.mentor_id from pairs x where x.mentee_id = m.person_id and x.end_reason = ''
        and x.from_day between ${last.from}::date and ${last.till}::date order by x.mentor_id) as "lastMentors"
    from mentees m join persons p on p.id = m.person_id left join study_groups g on g.id = p.group_id
    where m.left_on is null and p.left_on is null
      and (m.wanted_forms = '{}' or m.wanted_forms && ${sql.val([...forms])}::text[])
      and not exists (select from pairs x where x.mentee_id = m.person_id
        and daterange(x.from_day, x.till_day, '[]') && daterange(${from}::date, ${till}::date, '[]'))
    order by m.person_id`.execute(db);
  return rows.map((row) => ({
    ...row,
    hasConsent: consents.has(row.id),
    said: said.get(row.id) ?? saidNothing,
    noShows: 0,
    firstInLine: waiting.has(row.id),
  }));
};

/** What everybody said this year, by who said it. */
export const saidIn = async (db: CollegeDb, year: number): Promise<Map<string, Said>> => {
  const words = new Map<string, { wants: Record<string, number>; helps: string[]; avoids: string[] }>();
  for (const { fromId, toId, kind, rank } of await preferencesOf(db, year)) {
    const own = words.get(fromId) ?? { wants: {}, helps: [], avoids: [] };
    words.set(fromId, own);
    if (kind === 'want') own.wants[toId] = rank ?? 0;
    else if (kind === 'helps') own.helps.push(toId);
    else own.avoids.push(toId);
  }
  return words;
};
