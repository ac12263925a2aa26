import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { MessengerName } from '../../platform/messengers.ts';
import type { WaysOut } from './send-word.ts';

export interface MessengerLink {
  readonly messenger: MessengerName;
  /** The person's number there. */
  readonly address: string;
  readonly askedAt: Date;
  /** Codes tried. */
  readonly attempts: number;
  readonly provedOn: Day | null;
}

export const linksOf = async (db: CollegeDb, personId: string): Promise<MessengerLink[]> => {
  const rows = await db
    .selectFrom('messenger_links')
    .select(['messenger', 'address', 'asked_at as askedAt', 'attempts', 'proved_on as provedOn'])
    .where('person_id', '=', personId)
    .orderBy('messenger')
    .execute();
  return rows.map((row) => ({ ...row, messenger: row.messenger as MessengerName }));
};

/** Keeps an address that is to be proved by a code; false when one is proved already. */
export const putCode = async (
  db: CollegeDb,
  link: { personId: string; messenger: MessengerName; address: string; codeHash: string; at: Date },
): Promise<boolean> => {
  const values = { address: link.address, code_hash: link.codeHash, asked_at: link.at, attempts: 0 };
  const row = await db
    .insertInto('messenger_links')
    .values({ ...values, person_id: link.personId, messenger: link.messenger })
    .onConflict((clash) =>
      clash
        .columns(['college_id', 'person_id', 'messenger'])
        .doUpdateSet(values)
        .where('messenger_links.proved_on', 'is', null),
    )
    .returning('address')
    .executeTakeFirst();
  return row !== undefined;
};

/** Counts one try of a code and answers its hash; undefined when the code is too old or was tried too often. */
export const takeAttempt = async (
  db: CollegeDb,
  { personId, messenger, since, most }: { personId: string; messenger: MessengerName; since: Date; most: number },
): Promise<string | undefined> => {
  const row = await db
    .updateTable('messenger_links')
    .set((is) => ({ attempts: is('attempts', '+', 1) }))
    .where('person_id', '=', personId)
    .where('messenger', '=', messenger)
    .where('proved_on', 'is', null)
    .where('asked_at', '>', since)
    .where('attempts', '<', most)
    .returning('code_hash')
    .executeTakeFirst();
  return row?.code_hash;
};

/** From now on words go there, and nowhere else. */
export const proveLink = async (db: CollegeDb, personId: string, messenger: MessengerName, on: Day): Promise<void> => {
  await db
    .deleteFrom('messenger_links')
    .where('person_id', '=', personId)
    .where('messenger', '<>', messenger)
    .execute();
  await db
    .updateTable('messenger_links')
    .set({ proved_on: on, code_hash: '' })
    .where('person_id', '=', personId)
    .where('messenger', '=', messenger)
    .execute();
};

/** False when there was none. */
export const removeLink = async (db: CollegeDb, personId: string, messenger: MessengerName): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('messenger_links')
    .where('person_id', '=', personId)
    .where('messenger', '=', messenger)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/**
 * For queries over people (`h`): joins the proved messenger as `reach`, and tells who can be written to at all with the ways that
 * this installation has.
 */
export const reachOf = (
  ways: WaysOut,
): {
  readonly join: RawBuilder<unknown>;
  readonly columns: RawBuilder<unknown>;
  readonly some: RawBuilder<unknown>;
} => ({
  join: sql`left join lateral (select l.messenger, l.address from messenger_links l
    where l.person_id = h.id and l.proved_on is not null
      and l.messenger = any(${sql.val(ways.messengers.map(({ name }) => name))}::text[]) limit 1) reach on true`,
  columns: sql`coalesce(h.email, '') as email, reach.messenger, reach.address`,
  some: sql`(reach.address is not null or (${ways.send !== undefined} and coalesce(h.email, '') <> ''))`,
});
