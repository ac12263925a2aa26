import { sql } from 'kysely';
import { type AcademicYear, yearOf } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Lacks } from './demand.ts';
import { type Ground, isGround, type Relation, relationOf } from './legal-basis.ts';

export interface Preparation {
  readonly way: 'course' | 'outside' | 'exempt';
  /** «Удостоверение № 5 от 12.10.2026», or why the mentor is exempt. */
  readonly words: string;
  readonly day: Day;
}

/** Who is trained or exempt in a year. */
export const preparedMentors = async (db: CollegeDb, year: AcademicYear): Promise<Map<string, Preparation>> => {
  const rows = await db
    .selectFrom('preparations')
    .select(['person_id as personId', 'way', 'words', 'day'])
    .where('year', '=', year)
    .execute();
  return new Map(rows.map(({ personId, way, ...rest }) => [personId, { ...rest, way: way as Preparation['way'] }]));
};

/** One fact a mentor and a year: a later one takes the place of the earlier. */
export const savePreparation = async (
  db: CollegeDb,
  personId: string,
  year: AcademicYear,
  { way, words, day }: Preparation,
  accountId: string,
): Promise<void> => {
  const values = { way, words, day, account_id: accountId };
  await db
    .insertInto('preparations')
    .values({ person_id: personId, year, ...values })
    .onConflict((clash) => clash.columns(['college_id', 'person_id', 'year']).doUpdateSet(values))
    .execute();
};

export const removePreparation = async (db: CollegeDb, personId: string, year: AcademicYear): Promise<boolean> => {
  const done = await db
    .deleteFrom('preparations')
    .where('person_id', '=', personId)
    .where('year', '=', year)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
};

interface Found extends Ground {
  readonly mentorId: string;
  readonly unclear: boolean;
  readonly untrained: boolean;
  readonly hasBasis: boolean;
}

/**
 * What mentors lack to work in a form from a day on. A clearance is lacking when a rule of the form asks for one that is not in
 * force, or when one that was handed in has run out.
 */
export const lacksOf = async (
  db: CollegeDb,
  { form, on }: { readonly form: string; readonly on: Day },
  mentorIds?: readonly string[],
): Promise<Map<string, Lacks>> => {
  const relation: Relation | undefined = relationOf(form);
  const some = mentorIds ? sql`and m.person_id = any(${sql.val([...mentorIds])}::uuid[])` : sql``;
  const { rows } = await sql<Found>`
    select m.person_id as "mentorId",
      exists (select from (
          select c.kind from clearances c where c.person_id = m.person_id and c.withdrawn_on is null
          union select r.clearance from selection_rules r where r.kind = 'clearance' and r.active and r.form in ('', ${form})
        ) k where not exists (select from clearances v where v.person_id = m.person_id and v.kind = k.kind and v.withdrawn_on is null
          and v.issued_on <= ${on}::date and (v.valid_till is null or v.valid_till >= ${on}::date))) as unclear,
      not exists (select from preparations t where t.person_id = m.person_id and t.year = ${yearOf(on)}) as untrained,
      b.person_id is not null as "hasBasis", b.consent_on as "consentOn", coalesce(a.number, b.agreement_number) as "agreementNumber",
      coalesce(a.day, b.agreement_on) as "agreementOn", least(a.till, a.ended_on) as "agreementTill", b.content, b.from_day as "from", b.till_day as till, b.pay, b.notice_on as "noticeOn"
    from mentors m left join legal_bases b on b.person_id = m.person_id and b.year = ${yearOf(on)} and b.relation = ${relation ?? ''}
      left join partner_agreements a on a.id = b.agreement_id
    where m.left_on is null ${some}`.execute(db);
  return new Map(
    rows.map(({ mentorId, unclear, untrained, hasBasis, ...basis }) => [
      mentorId,
      {
        clearance: unclear,
        training: untrained,
        basis: relation !== undefined && !isGround(relation, hasBasis ? basis : undefined, on),
      },
    ]),
  );
};
