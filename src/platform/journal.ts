import { sql } from 'kysely';
import type { Ctx } from './context.ts';

export interface Subject {
  readonly kind: string;
  readonly id: string | null;
}

export type Details = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * Records who did what, in the same transaction as the change itself. Never edited afterwards (the table refuses).
 * @param action noun.verb in the past: 'pair.formed'; the feature's texts.ts has its Russian words.
 */
export const record = async (
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  action: string,
  subject: Subject,
  details: Details = {},
): Promise<void> => {
  await db
    .insertInto('journal')
    .values({
      account_id: actor.accountId,
      actor_name: actor.name,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
      details: JSON.stringify(details),
    })
    .execute();
};

export interface Recorded {
  readonly subject: Subject;
  readonly details?: Details;
}

/** The same action on many subjects, in one statement; the entries stand in the order given. */
export const recordEach = async (
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  action: string,
  entries: readonly Recorded[],
): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map(({ subject, details = {} }) => ({ ...subject, details }));
  await sql`
    insert into journal (account_id, actor_name, action, subject_kind, subject_id, details)
    select ${actor.accountId}::uuid, ${actor.name}, ${action}, e.kind, e.id, e.details
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (kind text, id uuid, details jsonb)`.execute(db);
};

/** People as subjects of one action. */
export const eachPerson = (ids: readonly string[], details: Details = {}): Recorded[] =>
  ids.map((id) => ({ subject: { kind: 'person', id }, details }));

export interface JournalEntry {
  readonly id: number;
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly details: Details;
}

/** The newest entries about one subject. */
export const journalOf = async (db: Ctx['db'], subject: Subject, limit = 50): Promise<JournalEntry[]> => {
  const rows = await db
    .selectFrom('journal')
    .select(['id', 'at', 'actor_name as actorName', 'action', 'details'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, details: row.details as Details }));
};
