import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Ballot } from './ballot.ts';

export interface Vote extends Ballot {
  readonly meetingId: string;
  readonly personId: string;
  /** Made by the phone once for each press of the button: the same vote sent twice is one vote. */
  readonly key: string;
  readonly at: Date;
  readonly source: 'phone' | 'paper';
}

/**
 * Writes a vote while the meeting takes votes; the later word of a guest replaces the earlier. One statement: the row is there
 * or it is not. The meeting is held against closing until the transaction ends. False: nothing was written.
 */
export const putVote = async (db: CollegeDb, vote: Vote, states: readonly string[]): Promise<boolean> => {
  const ids = (list: readonly string[]) => sql`${sql.val([...list])}::uuid[]`;
  const { numAffectedRows } = await sql`
    insert into general_meeting_ballots (meeting_id, person_id, vote_key, said_at, source, wants, helps, avoids)
    select m.id, ${vote.personId}::uuid, ${vote.key}::uuid, ${vote.at}, ${vote.source}, ${ids(vote.wants)}, ${ids(vote.helps)},
      ${ids(vote.avoids)}
    from general_meetings m
    where m.id = ${vote.meetingId}::uuid and m.state = any(${sql.val([...states])}::text[])
    for share of m
    on conflict (college_id, meeting_id, person_id) do update set vote_key = excluded.vote_key, said_at = excluded.said_at,
      source = excluded.source, wants = excluded.wants, helps = excluded.helps, avoids = excluded.avoids
      where general_meeting_ballots.said_at < excluded.said_at`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};

export interface StoredBallot extends Ballot {
  readonly key: string;
  readonly at: Date;
  readonly source: 'phone' | 'paper';
}

export const ballotOf = async (
  db: CollegeDb,
  meetingId: string,
  personId: string,
): Promise<StoredBallot | undefined> => {
  const { rows } = await sql<StoredBallot>`
    select vote_key as key, said_at as at, source, wants::text[] as wants, helps::text[] as helps, avoids::text[] as avoids
    from general_meeting_ballots where meeting_id = ${meetingId}::uuid and person_id = ${personId}::uuid`.execute(db);
  return rows[0];
};

/**
 * Turns all ballots into preferences of the year. Who voted says everything anew: earlier words of that person go, those
 * that the curator wrote down too. People who are no guests any more are left out. Answers how many ballots there were.
 */
export const ballotsToPreferences = async (
  db: CollegeDb,
  meetingId: string,
  year: number,
  accountId: string,
): Promise<number> => {
  await sql`delete from preferences where year = ${year} and from_id in
    (select person_id from general_meeting_ballots where meeting_id = ${meetingId}::uuid)`.execute(db);
  await sql`
    insert into preferences (year, from_id, to_id, kind, rank, source, account_id, said_at)
    select ${year}, b.person_id, c.to_id, c.kind, c.rank, b.source, ${accountId}::uuid, b.said_at
    from general_meeting_ballots b
    cross join lateral (
      select to_id, 'want' as kind, rank::int from unnest(b.wants) with ordinality as w (to_id, rank)
      union all select to_id, 'helps', null from unnest(b.helps) as h (to_id)
      union all select to_id, 'avoid', null from unnest(b.avoids) as a (to_id)
    ) c
    join general_meeting_guests g on g.meeting_id = b.meeting_id and g.person_id = c.to_id
    where b.meeting_id = ${meetingId}::uuid`.execute(db);
  const { rows } = await sql<{ votes: number }>`
    update general_meeting_ballots set wants = '{}', helps = '{}', avoids = '{}' where meeting_id = ${meetingId}::uuid
    returning 1 as votes`.execute(db);
  return rows.length;
};
