import { sql } from 'kysely';
import type { CollegeScope } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type CollegeDb, type Database, dangerouslyScope } from '../../platform/db.ts';
import type { AskAnswer } from './desk-rows.ts';

export const sides = ['mentor', 'mentee'] as const;
export type AskedSide = (typeof sides)[number];

interface PairKey {
  readonly mentorId: string;
  readonly menteeId: string;
}

const isAmong = (pairs: readonly PairKey[]) => {
  const [mentors, mentees] = [pairs.map(({ mentorId }) => mentorId), pairs.map(({ menteeId }) => menteeId)];
  return sql<boolean>`(x.mentor_id, x.mentee_id) in (
    select * from unnest(${sql.val(mentors)}::uuid[], ${sql.val(mentees)}::uuid[]))`;
};

/** Asks both sides of the open pairs of a proposal, or of some of them; who was asked already is not asked again. Answers how many are new. */
export const addAsks = async (db: CollegeDb, proposalId: string, only?: readonly PairKey[]): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into proposal_asks (college_id, proposal_id, mentor_id, mentee_id, side)
    select x.college_id, x.proposal_id, x.mentor_id, x.mentee_id, side
    from proposal_pairs x cross join unnest(array['mentor', 'mentee']) side
    where x.proposal_id = ${proposalId} and x.decision = 'open'
      and ${only ? isAmong(only) : sql<boolean>`true`}
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
};

/** A question of one person: about whom, as what. */
export interface Ask extends PairKey {
  readonly proposalId: string;
  readonly side: AskedSide;
  readonly answer: AskAnswer | null;
  readonly reason: string;
  readonly otherName: string;
  readonly otherPlace: string;
  readonly form: string;
  readonly from: Day;
  readonly till: Day;
}

/** What a person is asked in proposals that are still open. */
export const asksOf = async (db: CollegeDb, personId: string, proposalId: string | null = null): Promise<Ask[]> => {
  const { rows } = await sql<Ask>`
    select k.proposal_id as "proposalId", k.mentor_id as "mentorId", k.mentee_id as "menteeId", k.side, k.answer, k.reason,
      concat_ws(' ', o.last_name, o.first_name, nullif(o.patronymic, '')) as "otherName",
      coalesce(g.code, nullif(o.post, ''), org.name, '') as "otherPlace",
      x.form, p.from_day as "from", p.till_day as till
    from proposal_asks k
      join proposals p on p.id = k.proposal_id
      join proposal_pairs x on x.proposal_id = k.proposal_id and x.mentor_id = k.mentor_id and x.mentee_id = k.mentee_id
      join persons o on o.id = case k.side when 'mentor' then k.mentee_id else k.mentor_id end
      left join study_groups g on g.id = o.group_id left join organisations org on org.id = o.organisation_id
    where ${personId}::uuid = case k.side when 'mentor' then k.mentor_id else k.mentee_id end
      and p.state = 'open' and (x.decision = 'open' or k.answer is not null)
      and (${proposalId}::uuid is null or k.proposal_id = ${proposalId}::uuid)
    order by p.from_day desc, "otherName"`.execute(db);
  return rows;
};

export interface AskWords {
  readonly answer: AskAnswer;
  readonly reason: string;
  readonly way: 'link' | 'account' | 'desk';
  readonly accountId: string | null;
}

/** Writes an answer down. False when nobody asked, or the pair is not open any more. */
export const putAnswer = async (
  db: CollegeDb,
  { proposalId, mentorId, menteeId, side }: PairKey & { readonly proposalId: string; readonly side: AskedSide },
  { answer, reason, way, accountId }: AskWords,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update proposal_asks k set answer = ${answer}, reason = ${reason}, way = ${way}, said_at = now(), account_id = ${accountId}::uuid
    from proposal_pairs x
    where k.proposal_id = ${proposalId} and k.mentor_id = ${mentorId} and k.mentee_id = ${menteeId} and k.side = ${side}
      and x.proposal_id = k.proposal_id and x.mentor_id = k.mentor_id and x.mentee_id = k.mentee_id
      and x.decision = 'open'`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};

/** Both sides of open pairs that were asked agreed, as they told the curator. Answers who agreed. */
export const putAgreed = async (
  db: CollegeDb,
  proposalId: string,
  pairs: readonly PairKey[],
  accountId: string,
): Promise<string[]> => {
  const { rows } = await sql<{ mentorId: string; menteeId: string; side: AskedSide }>`
    update proposal_asks k set answer = 'agree', reason = '', way = 'desk', said_at = now(), account_id = ${accountId}::uuid
    from proposal_pairs x
    where k.proposal_id = ${proposalId} and x.proposal_id = k.proposal_id and x.mentor_id = k.mentor_id
      and x.mentee_id = k.mentee_id and x.decision = 'open' and ${isAmong(pairs)}
    returning k.mentor_id as "mentorId", k.mentee_id as "menteeId", k.side`.execute(db);
  return rows.map(({ mentorId, menteeId, side }) => (side === 'mentor' ? mentorId : menteeId));
};

/** People of a proposal who have not answered about an open pair, by name. */
export interface Silent {
  readonly personId: string;
  readonly name: string;
  readonly place: string;
  readonly side: AskedSide;
  readonly pairs: number;
}

export const silentOf = async (db: CollegeDb, proposalId: string): Promise<Silent[]> => {
  const { rows } = await sql<Silent>`
    select o.id as "personId", concat_ws(' ', o.last_name, o.first_name) as name,
      coalesce(g.code, nullif(o.post, ''), org.name, '') as place, k.side, count(*)::int as pairs
    from proposal_asks k
      join proposal_pairs x on x.proposal_id = k.proposal_id and x.mentor_id = k.mentor_id and x.mentee_id = k.mentee_id
      join persons o on o.id = case k.side when 'mentor' then k.mentor_id else k.mentee_id end
      left join study_groups g on g.id = o.group_id left join organisations org on org.id = o.organisation_id
    where k.proposal_id = ${proposalId} and k.answer is null and x.decision = 'open'
    group by o.id, o.last_name, o.first_name, g.code, o.post, org.name, k.side
    order by name`.execute(db);
  return rows;
};

export const insertAskLinks = async (
  db: CollegeDb,
  frame: { readonly proposalId: string; readonly madeOn: Day; readonly accountId: string },
  links: readonly { readonly personId: string; readonly tokenHash: string }[],
): Promise<void> => {
  if (links.length === 0) return;
  const { proposalId, madeOn, accountId } = frame;
  await db
    .insertInto('proposal_ask_links')
    .values(
      links.map(({ personId, tokenHash }) => ({
        proposal_id: proposalId,
        person_id: personId,
        token_hash: tokenHash,
        made_on: madeOn,
        account_id: accountId,
      })),
    )
    .execute();
};

/** Where a personal link leads. */
export interface AskDoor {
  readonly college: CollegeScope;
  readonly collegeName: string;
  readonly timeZone: string;
  readonly proposalId: string;
  readonly personId: string;
}

/** The way in without an account: by the secret alone past row-level security, and into that college only. */
export const askDoorBehind = async (db: Database, tokenHash: string): Promise<AskDoor | undefined> => {
  const { rows } = await sql<Omit<AskDoor, 'college'> & { college: string }>`
    select l.college_id as college, c.short_name as "collegeName", c.time_zone as "timeZone",
      l.proposal_id as "proposalId", l.person_id as "personId"
    from proposal_ask_links l join colleges c on c.id = l.college_id
    where l.token_hash = ${tokenHash}`.execute(db);
  const [row] = rows;
  return row && { ...row, college: dangerouslyScope(row.college) };
};
