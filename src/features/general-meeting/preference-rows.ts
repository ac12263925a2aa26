import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Ballot } from './ballot.ts';

export type PreferenceKind = 'want' | 'helps' | 'avoid';

/** One word of one person about another. */
export interface Preference {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: PreferenceKind;
  /** 1 is the first wish; null for those who only ticked. */
  readonly rank: number | null;
}

/** All words of a year, for the matching. `avoid` is for the engine and for those whom `mayReadAvoids` lets read it. */
export const preferencesOf = async (db: CollegeDb, year: number): Promise<Preference[]> => {
  const { rows } = await sql<Preference>`
    select from_id as "fromId", to_id as "toId", kind, rank from preferences where year = ${year}
    order by from_id, kind desc, rank nulls last, to_id`.execute(db);
  return rows;
};

export interface PreferenceLine {
  readonly personId: string;
  readonly name: string;
  readonly place: string;
  readonly side: 'mentor' | 'mentee';
  /** Names in the order of wish. */
  readonly wants: readonly string[];
  readonly helps: readonly string[];
  /** Of those who are wanted, how many want this person too. */
  readonly mutual: number;
  readonly source: 'phone' | 'paper' | 'curator';
}

/** Who said what in a year, without those who are rather avoided; by name. */
export const preferenceLines = async (db: CollegeDb, year: number): Promise<PreferenceLine[]> => {
  const names = (
    kind: string,
  ) => sql`coalesce((array_agg(concat_ws(' ', t.last_name, t.first_name) order by x.rank nulls last, t.last_name)
    filter (where x.kind = ${kind})), '{}')`;
  const { rows } = await sql<PreferenceLine>`
    select p.id as "personId", concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) as name,
      coalesce(g.code, nullif(p.post, ''), '') as place,
      case when exists (select from mentors m where m.person_id = p.id and m.left_on is null) then 'mentor' else 'mentee' end as side,
      ${names('want')} as wants, ${names('helps')} as helps, max(x.source) as source,
      (count(*) filter (where x.kind = 'want' and exists (select from preferences y where y.year = ${year} and y.kind = 'want'
        and y.from_id = x.to_id and y.to_id = x.from_id)))::int as mutual
    from preferences x join persons p on p.id = x.from_id left join study_groups g on g.id = p.group_id
    join persons t on t.id = x.to_id
    where x.year = ${year} group by p.college_id, p.id, g.code order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Whom a person named, of one kind, with names. */
export const namedBy = async (
  db: CollegeDb,
  year: number,
  personId: string,
  kind: PreferenceKind,
): Promise<NamedPerson[]> => {
  const { rows } = await sql<NamedPerson>`
    select t.id, concat_ws(' ', t.last_name, t.first_name, nullif(t.patronymic, '')) as name
    from preferences x join persons t on t.id = x.to_id
    where x.year = ${year} and x.from_id = ${personId}::uuid and x.kind = ${kind}
    order by x.rank nulls last, t.last_name, t.first_name, t.id`.execute(db);
  return rows;
};

/** Writes down what somebody said to the curator; the person's earlier words go. */
export const replacePreferences = async (
  db: CollegeDb,
  { year, personId, accountId, day }: { year: number; personId: string; accountId: string; day: Day },
  { wants, helps, avoids }: Ballot,
): Promise<void> => {
  await sql`delete from preferences where year = ${year} and from_id = ${personId}::uuid`.execute(db);
  const rows = [
    ...wants.map((to_id, at) => ({ to_id, kind: 'want' as const, rank: at + 1 })),
    ...helps.map((to_id) => ({ to_id, kind: 'helps' as const, rank: null })),
    ...avoids.map((to_id) => ({ to_id, kind: 'avoid' as const, rank: null })),
  ];
  if (rows.length === 0) return;
  await db
    .insertInto('preferences')
    .values(
      rows.map((row) => ({
        ...row,
        year,
        from_id: personId,
        source: 'curator',
        account_id: accountId,
        said_at: new Date(`${day}T00:00:00Z`),
      })),
    )
    .execute();
};

/** Whom a person may name: the other base, by name. Who is in both is named by both. */
export const peopleToName = async (db: CollegeDb, personId: string): Promise<NamedPerson[]> => {
  const { rows } = await sql<NamedPerson>`
    select p.id, concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) as name from persons p
    where p.left_on is null and p.id <> ${personId}::uuid and (
      p.id in (select m.person_id from mentors m where m.left_on is null)
        and ${personId}::uuid in (select e.person_id from mentees e where e.left_on is null)
      or p.id in (select e.person_id from mentees e where e.left_on is null)
        and ${personId}::uuid in (select m.person_id from mentors m where m.left_on is null))
    order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};
