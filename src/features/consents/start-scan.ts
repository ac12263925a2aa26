import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { record } from '../../platform/journal.ts';
import type { FileStore } from '../../platform/storage.ts';
import { addTask } from '../../platform/tasks.ts';
import { mayBringScans } from './access.ts';
import { keepScan } from './attach-scan.ts';
import { insertScan, setScanTask } from './scan-rows.ts';
import { consentTaskKinds, consentTaskTitles } from './task-texts.ts';

/** Takes checked scans in; a task finds whose they are. */
export const startScan = async (
  ctx: Ctx & { readonly store: FileStore },
  uploads: readonly CheckedUpload[],
): Promise<Outcome<{ scanId: string; taskId: string }, 'no-files'>> => {
  demand(mayBringScans(ctx.actor));
  const [first] = uploads;
  if (!first) return refused('no-files');

  const fileIds: string[] = [];
  for (const upload of uploads) fileIds.push(await keepScan(ctx, upload));
  const { accountId } = ctx.actor;
  const title = consentTaskTitles.scan(first.name, uploads.length);
  const scanId = await insertScan(ctx.db, { title, fileIds, accountId, broughtOn: ctx.today });
  const taskId = await addTask(ctx.db, { kind: consentTaskKinds.scan, title, input: { scanId }, accountId });
  await setScanTask(ctx.db, scanId, taskId);
  await record(ctx, 'consent-scans.brought', { kind: 'consent-scan', id: scanId }, { files: uploads.length });
  return done({ scanId, taskId });
};
