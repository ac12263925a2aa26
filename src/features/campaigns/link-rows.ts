import { sql } from 'kysely';
import type { CollegeScope } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type CollegeDb, type Database, dangerouslyScope } from '../../platform/db.ts';
import type { Audience } from './campaign.ts';

/** Where a link leads. */
export interface Door {
  readonly linkId: string;
  readonly college: CollegeScope;
  readonly collegeName: string;
  readonly timeZone: string;
  readonly campaignId: string;
  readonly audience: Audience;
  readonly personId: string | null;
  readonly groupId: string | null;
  readonly revokedOn: Day | null;
}

/**
 * The way in without an account: before it no college is known, so it goes past row-level security by the secret alone,
 * and opens that college only.
 */
export const doorBehind = async (db: Database, tokenHash: string): Promise<Door | undefined> => {
  const { rows } = await sql<Omit<Door, 'college'> & { college: string }>`
    select l.id as "linkId", l.college_id as college, c.short_name as "collegeName", c.time_zone as "timeZone",
      l.campaign_id as "campaignId", l.audience, l.person_id as "personId", l.group_id as "groupId",
      l.revoked_on as "revokedOn"
    from campaign_links l join colleges c on c.id = l.college_id
    where l.token_hash = ${tokenHash}`.execute(db);
  const [row] = rows;
  return row && { ...row, college: dangerouslyScope(row.college) };
};

export interface NewLink {
  readonly audience: Audience;
  readonly personId: string | null;
  readonly groupId: string | null;
  readonly tokenHash: string;
}

export const insertLinks = async (
  db: CollegeDb,
  { campaignId, madeOn, accountId }: { campaignId: string; madeOn: Day; accountId: string },
  links: readonly NewLink[],
): Promise<void> => {
  if (links.length === 0) return;
  await db
    .insertInto('campaign_links')
    .values(
      links.map(({ audience, personId, groupId, tokenHash }) => ({
        campaign_id: campaignId,
        audience,
        person_id: personId,
        group_id: groupId,
        token_hash: tokenHash,
        made_on: madeOn,
        account_id: accountId,
      })),
    )
    .execute();
};

/** Links of a group for one audience (null: the ones of the whole college), or of one person among them, that still work. Answers how many ended. */
export const revokeLinkRows = async (
  db: CollegeDb,
  { campaignId, groupId, audience, personId }: LinksOf,
  on: Day,
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('campaign_links')
    .set({ revoked_on: on, draft: null })
    .where('campaign_id', '=', campaignId)
    .where('audience', '=', audience)
    .where(groupId === null ? sql<boolean>`group_id is null` : sql<boolean>`group_id = ${groupId}::uuid`)
    .where('revoked_on', 'is', null)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? null))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
};

export interface LinksOf {
  readonly campaignId: string;
  readonly groupId: string | null;
  readonly audience: Audience;
  /** The one whose personal cards are meant. */
  readonly personId?: string | undefined;
}

/** Who of a group has personal cards that still work: «audience person». */
export const cardHolders = async (db: CollegeDb, campaignId: string, groupId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('campaign_links')
    .select(['audience', 'person_id'])
    .where('campaign_id', '=', campaignId)
    .where('group_id', '=', groupId)
    .where('person_id', 'is not', null)
    .where('revoked_on', 'is', null)
    .execute();
  return new Set(rows.map(({ audience, person_id }) => `${audience} ${person_id}`));
};

export interface LiveLinks {
  readonly audience: Audience;
  readonly count: number;
}

/** How many links of a group still work, by audience. */
export const liveLinks = async (db: CollegeDb, campaignId: string, groupId: string | null): Promise<LiveLinks[]> => {
  const { rows } = await sql<LiveLinks>`
    select audience, count(*) as count from campaign_links
    where campaign_id = ${campaignId} and revoked_on is null and group_id is not distinct from ${groupId}::uuid
    group by audience`.execute(db);
  return rows;
};

export interface Draft {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly version: number;
}

export const draftOf = async (db: CollegeDb, linkId: string): Promise<Draft> => {
  const row = await db
    .selectFrom('campaign_links')
    .select(['draft', 'draft_version as version'])
    .where('id', '=', linkId)
    .executeTakeFirstOrThrow();
  return { values: (row.draft ?? {}) as Draft['values'], version: row.version };
};

/** False when another tab has put something else aside since this version was shown. */
export const putDraft = async (
  db: CollegeDb,
  linkId: string,
  version: number,
  values: Draft['values'] | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('campaign_links')
    .set({ draft: values === null ? null : JSON.stringify(values), draft_version: version + 1 })
    .where('id', '=', linkId)
    .where('draft_version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** What was put aside has been sent. */
export const dropDraft = async (db: CollegeDb, linkId: string): Promise<void> => {
  await sql`update campaign_links set draft = null, draft_version = draft_version + 1 where id = ${linkId}::uuid`.execute(
    db,
  );
};
