import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { mayAddEvidence } from './access.ts';
import { evidenceById, insertEvidence, retireEvidence } from './evidence-rows.ts';
import { rowById } from './roadmap-rows.ts';

export interface EvidenceInput {
  readonly rowId: string;
  readonly note: string;
  readonly day: Day;
  readonly closes: boolean;
  readonly file?: CheckedUpload | undefined;
}

/** Files that may stand as evidence; their content decides what they are. */
export const evidenceFamilies = ['pdf', 'jpeg', 'png', 'tiff', 'docx', 'odt', 'xlsx', 'ods'] as const;

/** A note, perhaps with a file, beside the facts of a row. It is always shown as put by hand. */
export const addEvidence = async (
  ctx: Ctx & { store: FileStore },
  { rowId, note, day, closes, file }: EvidenceInput,
): Promise<Outcome<string, 'day-ahead'>> => {
  const row = found(await rowById(ctx.db, rowId), 'roadmap row');
  demand(mayAddEvidence(ctx.actor, row));
  if (day > ctx.today) return refused('day-ahead');
  const fileId = file
    ? await keepFile(ctx, { bytes: file.bytes, name: file.name, mediaType: 'application/octet-stream' })
    : null;
  const id = await insertEvidence(ctx.db, { rowId, note, day, closes, fileId, accountId: ctx.actor.accountId });
  const action = closes ? 'roadmap-row.closed-by-hand' : 'roadmap-row.evidence-added';
  await record(ctx, action, { kind: 'roadmap-row', id: rowId }, { number: row.number, note });
  return done(id);
};

/** Takes evidence away; it stays in the journal. Answers the row it stood at. */
export const removeEvidence = async (ctx: Ctx, evidenceId: string): Promise<Outcome<string>> => {
  const evidence = found(await evidenceById(ctx.db, evidenceId), 'evidence');
  const row = found(await rowById(ctx.db, evidence.rowId), 'roadmap row');
  demand(mayAddEvidence(ctx.actor, row));
  await retireEvidence(ctx.db, evidenceId);
  const details = { number: row.number, note: evidence.note };
  await record(ctx, 'roadmap-row.evidence-removed', { kind: 'roadmap-row', id: row.id }, details);
  return done(row.id);
};
