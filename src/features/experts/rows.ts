import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Contract, Expert, ExpertInput, Invitation, InvitationOutcome } from './expert.ts';

const selectExperts = async (db: CollegeDb, id: string | null): Promise<Expert[]> => {
  const { rows } = await sql<Expert>`
    select e.id, e.person_id as "personId", e.name, e.organisation, e.post, e.contacts, e.areas, e.availability, e.note,
      e.left_on as "leftOn", e.version,
      case when p.id is null then e.name else concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) end as "shownName",
      coalesce(nullif(e.organisation, ''), o.name, '') as "shownOrganisation",
      coalesce(nullif(e.post, ''), p.post, '') as "shownPost",
      (select max(c.till) from expert_contracts c where c.expert_id = e.id) as "contractTill",
      (select count(*) from expert_invitations i where i.expert_id = e.id)::int as invitations,
      (select count(*) from expert_invitations i where i.expert_id = e.id and i.outcome = 'came')::int as came
    from experts e left join persons p on p.id = e.person_id left join organisations o on o.id = p.organisation_id
    where ${id === null ? sql`true` : sql`e.id = ${id}::uuid`}
    order by e.left_on is not null, "shownName", e.id`.execute(db);
  return rows;
};

/** The whole bank; those who left it come last. */
export const allExperts = (db: CollegeDb): Promise<Expert[]> => selectExperts(db, null);

export const expertById = async (db: CollegeDb, id: string): Promise<Expert | undefined> =>
  (await selectExperts(db, id))[0];

const valuesOf = (expert: ExpertInput) => ({
  person_id: expert.personId,
  name: expert.personId === null ? expert.name : '',
  organisation: expert.organisation,
  post: expert.post,
  contacts: expert.contacts,
  areas: [...expert.areas],
  availability: expert.availability,
  note: expert.note,
});

/** The wall is `expert_once`. */
export const insertExpert = async (db: CollegeDb, id: string, expert: ExpertInput): Promise<void> => {
  await db
    .insertInto('experts')
    .values({ id, ...valuesOf(expert) })
    .execute();
};

/** False when somebody changed the expert since that version. */
export const updateExpert = async (
  db: CollegeDb,
  id: string,
  version: number,
  expert: ExpertInput,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('experts')
    .set((is) => ({ ...valuesOf(expert), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** null brings the expert back. */
export const setLeft = async (db: CollegeDb, id: string, on: Day | null): Promise<void> => {
  await db.updateTable('experts').set({ left_on: on }).where('id', '=', id).execute();
};

export const contractsOf = (db: CollegeDb, expertId: string): Promise<Contract[]> =>
  db
    .selectFrom('expert_contracts')
    .select(['id', 'number', 'day', 'till', 'subject'])
    .where('expert_id', '=', expertId)
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute();

export const insertContract = async (
  db: CollegeDb,
  expertId: string,
  contract: Omit<Contract, 'id'>,
): Promise<void> => {
  await db
    .insertInto('expert_contracts')
    .values({ expert_id: expertId, ...contract })
    .execute();
};

const selectInvitations = (db: CollegeDb) =>
  db
    .selectFrom('expert_invitations')
    .select(['id', 'expert_id as expertId', 'day', 'purpose', 'outcome'])
    .orderBy('day', 'desc')
    .orderBy('created_at', 'desc');

export const invitationsOf = (db: CollegeDb, expertId: string): Promise<Invitation[]> =>
  selectInvitations(db).where('expert_id', '=', expertId).execute();

export const invitationById = (db: CollegeDb, id: string): Promise<Invitation | undefined> =>
  selectInvitations(db).where('id', '=', id).executeTakeFirst();

export const insertInvitation = async (
  db: CollegeDb,
  invitation: Omit<Invitation, 'id'> & { readonly accountId: string },
): Promise<void> => {
  const { expertId, accountId, ...rest } = invitation;
  await db
    .insertInto('expert_invitations')
    .values({ expert_id: expertId, account_id: accountId, ...rest })
    .execute();
};

export const setOutcome = async (db: CollegeDb, id: string, outcome: InvitationOutcome): Promise<void> => {
  await db.updateTable('expert_invitations').set({ outcome }).where('id', '=', id).execute();
};

/** People of the college who may stand in the bank: staff, specialists and graduates. */
export const possibleExperts = async (db: CollegeDb): Promise<{ id: string; label: string }[]> => {
  const { rows } = await sql<{ id: string; label: string }>`
    select p.id, concat_ws(', ', concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')), nullif(p.post, ''), o.name) as label
    from persons p left join organisations o on o.id = p.organisation_id
    where p.kind in ('staff', 'specialist', 'graduate') and p.left_on is null
    order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};
