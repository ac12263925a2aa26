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
