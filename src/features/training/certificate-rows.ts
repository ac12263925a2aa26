import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb, Database } from '../../platform/db.ts';

export interface Certificate {
  readonly id: string;
  readonly number: number;
  readonly year: AcademicYear;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly personId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly hours: number;
  readonly issuedOn: Day;
  readonly checkCode: string;
  readonly revokedOn: Day | null;
  readonly revokeReason: string;
}

const select = (where: ReturnType<typeof sql>) => sql<Certificate>`
  select c.id, c.number, c.year, c.programme_id as "programmeId", t.title as "programmeTitle", c.person_id as "personId",
    p.last_name as "lastName", p.first_name as "firstName", p.patronymic, c.hours, c.issued_on as "issuedOn",
    c.check_code as "checkCode", c.revoked_on as "revokedOn", c.revoke_reason as "revokeReason"
  from training_certificates c join persons p on p.id = c.person_id join training_programmes t on t.id = c.programme_id
  where ${where} order by c.number desc`;

export const certificatesOf = async (db: CollegeDb, year: AcademicYear, personId?: string): Promise<Certificate[]> =>
  (
    await select(personId ? sql`c.year = ${year} and c.person_id = ${personId}::uuid` : sql`c.year = ${year}`).execute(
      db,
    )
  ).rows;

export const certificateById = async (db: CollegeDb, id: string): Promise<Certificate | undefined> =>
  (await select(sql`c.id = ${id}::uuid`).execute(db)).rows[0];

/** Takes the next number of the year. The college's row is the queue: two at once get two numbers. */
export const insertCertificate = async (
  db: CollegeDb,
  certificate: Pick<Certificate, 'year' | 'programmeId' | 'personId' | 'hours' | 'issuedOn' | 'checkCode'> & {
    readonly accountId: string;
  },
): Promise<{ id: string; number: number }> => {
  await sql`select from colleges for update`.execute(db);
  return db
    .insertInto('training_certificates')
    .values({
      number: sql<number>`(select coalesce(max(number), 0) + 1 from training_certificates where year = ${certificate.year})`,
      year: certificate.year,
      programme_id: certificate.programmeId,
      person_id: certificate.personId,
      hours: certificate.hours,
      issued_on: certificate.issuedOn,
      check_code: certificate.checkCode,
      account_id: certificate.accountId,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
};

export const revoke = async (db: CollegeDb, id: string, on: Day, reason: string): Promise<void> => {
  await db
    .updateTable('training_certificates')
    .set({ revoked_on: on, revoke_reason: reason })
    .where('id', '=', id)
    .execute();
};

/** What anybody with the paper in hand may see. */
export interface CheckedCertificate {
  readonly number: number;
  readonly issuedOn: Day;
  readonly programme: string;
  /** «А. Б. В.»: letters only, no name leaves the college. */
  readonly initials: string;
  readonly inForce: boolean;
}

/** Before sign-in nobody's college is known: the code alone names the paper, and only these columns are read. */
export const certificateByCode = async (db: Database, code: string): Promise<CheckedCertificate | undefined> => {
  const { rows } = await sql<CheckedCertificate>`
    select c.number, c.issued_on as "issuedOn", t.title as programme, c.revoked_on is null as "inForce",
      concat_ws(' ', left(p.last_name, 1) || '.', left(p.first_name, 1) || '.', nullif(left(p.patronymic, 1), '') || '.') as initials
    from training_certificates c
      join persons p on p.college_id = c.college_id and p.id = c.person_id
      join training_programmes t on t.college_id = c.college_id and t.id = c.programme_id
    where c.check_code = ${code}`.execute(db);
  return rows[0];
};

export interface OutsideCourse {
  readonly id: string;
  readonly year: AcademicYear;
  readonly personId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly title: string;
  readonly organisation: string;
  readonly hours: number;
  readonly from: Day;
  readonly till: Day;
  /** '' until the course is finished. */
  readonly certificate: string;
  readonly certificateDay: Day | null;
  readonly scanFileId: string | null;
  readonly version: number;
}

const selectCourses = (where: ReturnType<typeof sql>) => sql<OutsideCourse>`
  select o.id, o.year, o.person_id as "personId", p.last_name as "lastName", p.first_name as "firstName", p.patronymic,
    o.title, o.organisation, o.hours, o.from_day as "from", o.till_day as till, o.certificate, o.certificate_day as "certificateDay",
    o.scan_file_id as "scanFileId", o.version
  from outside_courses o join persons p on p.id = o.person_id
  where ${where} order by o.from_day desc, p.last_name, p.first_name, o.id`;

export const coursesOf = async (db: CollegeDb, year: AcademicYear, personId?: string): Promise<OutsideCourse[]> =>
  (
    await selectCourses(
      personId ? sql`o.year = ${year} and o.person_id = ${personId}::uuid` : sql`o.year = ${year}`,
    ).execute(db)
  ).rows;

export const courseById = async (db: CollegeDb, id: string): Promise<OutsideCourse | undefined> =>
  (await selectCourses(sql`o.id = ${id}::uuid`).execute(db)).rows[0];

export const insertCourse = async (
  db: CollegeDb,
  course: Pick<OutsideCourse, 'year' | 'personId' | 'title' | 'organisation' | 'hours' | 'from' | 'till'> & {
    readonly accountId: string;
  },
): Promise<string> => {
  const row = await db
    .insertInto('outside_courses')
    .values({
      year: course.year,
      person_id: course.personId,
      title: course.title,
      organisation: course.organisation,
      hours: course.hours,
      from_day: course.from,
      till_day: course.till,
      account_id: course.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const finishCourseRow = async (
  db: CollegeDb,
  { id, version }: Pick<OutsideCourse, 'id' | 'version'>,
  done: { readonly certificate: string; readonly day: Day; readonly scanFileId: string | null },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update outside_courses set certificate = ${done.certificate}, certificate_day = ${done.day}::date,
      scan_file_id = coalesce(${done.scanFileId}::uuid, scan_file_id), version = version + 1
    where id = ${id}::uuid and version = ${version}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};
