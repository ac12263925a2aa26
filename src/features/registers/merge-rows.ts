import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { NewNeed } from './need-rows.ts';

export interface MergedNeed {
  readonly id: string;
  /** false: it was stated before, and the words were added to it. */
  readonly fresh: boolean;
}

/** Words added to earlier ones; the same words are not said twice, and no heap grows without an end. */
const joined = (table: 'needs' | 'need_secrets') => {
  const [before, added] = [sql.ref(`${table}.note`), sql.ref('excluded.note')];
  return sql`left(case when ${before} = '' then ${added} when position(${added} in ${before}) > 0 then ${before}
    else ${before} || E'\\n' || ${added} end, 4000)`;
};

/**
 * Writes a need, or adds the words to the one that is already open: the same person, year, topic and confidentiality are
 * one need, whoever tells of it and however often.
 */
export const mergeNeed = async (db: CollegeDb, need: NewNeed): Promise<MergedNeed> => {
  const { rows } = await sql<MergedNeed>`
    insert into needs (person_id, year, topic, note, source, confidential, stated_on, account_id)
    values (${need.personId}::uuid, ${need.year}, ${need.topic}, ${need.note}, ${need.source}, ${need.confidential},
      ${need.statedOn}::date, ${need.accountId}::uuid)
    on conflict (college_id, person_id, year, topic, confidential) where withdrawn_on is null
      do update set note = ${joined('needs')}
    returning id, xmax = 0 as fresh`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a need neither written nor merged');
  return row;
};

/** Adds words to the confidential note of a need. */
export const mergeSecret = async (
  db: CollegeDb,
  needId: string,
  note: string,
  accountId: string | null,
): Promise<void> => {
  await sql`
    insert into need_secrets (need_id, note, account_id) values (${needId}::uuid, ${note}, ${accountId}::uuid)
    on conflict (college_id, need_id) do update set note = ${joined('need_secrets')}, written_at = now()`.execute(db);
};
