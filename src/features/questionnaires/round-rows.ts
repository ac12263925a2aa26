import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Round } from './round.ts';

/** People that a round may be sent to at once (a base of the registers above); `app` hands them in. */
export interface Circle {
  readonly code: string;
  readonly label: string;
  /** A select of the single column `person_id`. */
  readonly people: RawBuilder<unknown>;
}

const select = (db: CollegeDb) =>
  db
    .selectFrom('questionnaire_rounds as r')
    .select([
      'r.id',
      'r.questionnaire_id as questionnaireId',
      'r.version_id as versionId',
      'r.title',
      'r.year',
      'r.opens_on as opensOn',
      'r.closes_on as closesOn',
      'r.anonymous',
      'r.closed_on as closedOn',
    ]);

export const roundById = (db: CollegeDb, id: string): Promise<Round | undefined> =>
  select(db).where('r.id', '=', id).executeTakeFirst();

export type NewRound = Omit<Round, 'id' | 'closedOn'>;

export const insertRound = async (db: CollegeDb, round: NewRound): Promise<string> => {
  const row = await db
    .insertInto('questionnaire_rounds')
    .values({
      questionnaire_id: round.questionnaireId,
      version_id: round.versionId,
      title: round.title,
      year: round.year,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      anonymous: round.anonymous,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const updateRound = async (
  db: CollegeDb,
  id: string,
  change: { closedOn?: Day | null; closesOn?: Day; versionId?: string },
): Promise<void> => {
  await db
    .updateTable('questionnaire_rounds')
    .set({
      ...(change.closedOn === undefined ? {} : { closed_on: change.closedOn }),
      ...(change.closesOn ? { closes_on: change.closesOn } : {}),
      ...(change.versionId ? { version_id: change.versionId } : {}),
    })
    .where('id', '=', id)
    .execute();
};

/** Whom a round asks: everybody of these groups and circles who has not left, each once. Answers how many are new. */
export const invite = async (
  db: CollegeDb,
  roundId: string,
  whom: { groupIds: readonly string[]; circles: readonly Circle[]; personIds: readonly string[] },
): Promise<number> => {
  const circles = whom.circles.map(({ people }) => sql`or p.id in (${people})`);
  const result = await sql`
    insert into questionnaire_invitations (round_id, person_id, group_id)
    select ${roundId}::uuid, p.id, p.group_id from persons p
    where p.left_on is null and ((p.group_id = any(${sql.val([...whom.groupIds])}::uuid[]) and p.kind = 'student')
      or p.id = any(${sql.val([...whom.personIds])}::uuid[]) ${sql.join(circles, sql` `)})
    on conflict do nothing`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
};

export interface Invited {
  readonly personId: string;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly answered: boolean;
  readonly begun: boolean;
}

/** People of a round by group and name. `begun` is known only where answers have names. */
export const invitedOf = async (
  db: CollegeDb,
  roundId: string,
  groups: 'all' | readonly string[],
): Promise<Invited[]> => {
  const { rows } = await sql<Invited>`
    select i.person_id as "personId", i.group_id as "groupId", g.code as "groupCode", p.last_name as "lastName",
      p.first_name as "firstName", p.patronymic, i.answered, s.id is not null as begun
    from questionnaire_invitations i
    join persons p on p.college_id = i.college_id and p.id = i.person_id
    left join study_groups g on g.college_id = i.college_id and g.id = i.group_id
    left join questionnaire_sheets s on s.college_id = i.college_id and s.round_id = i.round_id and s.person_id = i.person_id
    where i.round_id = ${roundId} and ${groups === 'all' ? sql`true` : sql`i.group_id = any(${sql.val([...groups])}::uuid[])`}
    order by g.code nulls last, p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};

export const invitationOf = (db: CollegeDb, roundId: string, personId: string) =>
  db
    .selectFrom('questionnaire_invitations')
    .select(['person_id as personId', 'group_id as groupId', 'answered'])
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .executeTakeFirst();

export const markAnswered = async (db: CollegeDb, roundId: string, personId: string): Promise<void> => {
  await db
    .updateTable('questionnaire_invitations')
    .set({ answered: true })
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .where('answered', '=', false)
    .execute();
};

/** Rounds that ask this person, the newest first. */
export const roundsFor = async (db: CollegeDb, personId: string): Promise<(Round & { answered: boolean })[]> =>
  select(db)
    .innerJoin('questionnaire_invitations as i', (on) =>
      on.onRef('i.round_id', '=', 'r.id').on('i.person_id', '=', personId),
    )
    .select('i.answered')
    .orderBy('r.opens_on', 'desc')
    .execute();

/** Puts ways in; an earlier link for the same person (or the same group) stops working. */
export const replaceLinks = async (
  db: CollegeDb,
  roundId: string,
  links: readonly { personId: string | null; groupId: string | null; tokenHash: string }[],
  expiresOn: Day,
): Promise<void> => {
  if (links.length === 0) return;
  for (const { personId, groupId } of links) {
    const old = db.deleteFrom('questionnaire_links').where('round_id', '=', roundId);
    await (personId !== null
      ? old.where('person_id', '=', personId)
      : old.where('person_id', 'is', null).where('group_id', groupId === null ? 'is' : '=', groupId)
    ).execute();
  }
  await db
    .insertInto('questionnaire_links')
    .values(
      links.map(({ personId, groupId, tokenHash }) => ({
        round_id: roundId,
        person_id: personId,
        group_id: groupId,
        token_hash: tokenHash,
        expires_on: expiresOn,
      })),
    )
    .execute();
};
