import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { theCollege } from '../college/rows.ts';
import { peopleInForce } from '../consents/rows.ts';
import { byName, lineColumns, type PersonLine } from './member-rows.ts';
import { type GroupAnswer, groupAnswers } from './need-rows.ts';

// What the roadmap above asks the registers: how many are ready, and who is not.

interface Checked<Checks extends string> {
  readonly total: number;
  /** How many pass each check. */
  readonly ready: Readonly<Record<Checks, number>>;
  /** Who fails each check, by name. */
  readonly lacking: Readonly<Record<Checks, readonly PersonLine[]>>;
}

export type MenteeBaseFacts = Checked<'need' | 'consent'>;
export type MentorBaseFacts = Checked<'competences' | 'consent' | 'approval'>;

type Line<Checks extends string> = PersonLine & { readonly checks: Readonly<Record<Checks, boolean>> };

const checked = <Checks extends string>(rows: readonly Line<Checks>[], names: readonly Checks[]): Checked<Checks> => {
  const lacking = Object.fromEntries(
    names.map((name) => [name, rows.filter(({ checks }) => !checks[name]).map(({ checks: _, ...line }) => line)]),
  ) as unknown as Record<Checks, PersonLine[]>;
  const ready = Object.fromEntries(names.map((name) => [name, rows.length - lacking[name].length])) as Record<
    Checks,
    number
  >;
  return { total: rows.length, ready, lacking };
};

const consented = (today: Day) => sql`p.id in (${peopleInForce('processing', today)})`;

const members = async <Checks extends string>(
  db: CollegeDb,
  base: 'mentees' | 'mentors',
  checks: RawBuilder<unknown>,
): Promise<Line<Checks>[]> => {
  const { rows } = await sql<Line<Checks>>`
    select ${lineColumns}, jsonb_build_object(${checks}) as checks
    from ${sql.table(base)} m join persons p on p.id = m.person_id left join study_groups g on g.id = p.group_id
    where m.left_on is null and p.left_on is null order by ${byName}`.execute(db);
  return rows;
};

/** The base of mentees of the college's current year: who has a need, who a consent in force, who lacks one. */
export const menteeBaseFacts = async (db: CollegeDb, today: Day): Promise<MenteeBaseFacts> => {
  const { currentYear } = await theCollege(db);
  const need = sql`p.id in (select n.person_id from needs n where n.year = ${currentYear} and n.withdrawn_on is null)`;
  const rows = await members<'need' | 'consent'>(db, 'mentees', sql`'need', ${need}, 'consent', ${consented(today)}`);
  return checked(rows, ['need', 'consent']);
};

/** The base of mentors: who told what they can help with, who consented, who is approved by the working group. */
export const mentorBaseFacts = async (db: CollegeDb, today: Day): Promise<MentorBaseFacts> => {
  const rows = await members<'competences' | 'consent' | 'approval'>(
    db,
    'mentors',
    sql`'competences', m.competences <> '{}', 'consent', ${consented(today)}, 'approval', m.status = 'approved'`,
  );
  return checked(rows, ['competences', 'consent', 'approval']);
};

export interface NeedsByGroup {
  readonly answered: readonly GroupAnswer[];
  readonly silent: readonly GroupAnswer[];
}

/** Which groups told their needs in an academic year: the sheet was handed in, or somebody there has a need. */
export const needsByGroup = async (db: CollegeDb, year: number): Promise<NeedsByGroup> => {
  const groups = await groupAnswers(db, year);
  const hasAnswered = ({ answeredOn, withNeed }: GroupAnswer) => answeredOn !== null || withNeed > 0;
  return { answered: groups.filter(hasAnswered), silent: groups.filter((group) => !hasAnswered(group)) };
};
