import { demand } from '../../kernel/actor.ts';
import { type Done, done, type Outcome, type Refused, refused } from '../../kernel/outcome.ts';
import { filterLabels } from '../../kernel/russian/wording.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { inspectTemplate, type TemplateReport } from '../../platform/docx/inspect-template.ts';
import { record } from '../../platform/journal.ts';
import { keepFile } from '../../platform/storage.ts';
import { mayKeepDocuments } from './access.ts';
import type { DocumentKind } from './document.ts';
import { docxType, type PaperCtx } from './print-paper.ts';
import { insertTemplate, retireTemplates } from './template-rows.ts';
import { starterTemplates } from './templates/starters.ts';

export interface TemplateUpload {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Take it although some fields are unknown: they will print as blanks to fill in by hand. */
  readonly withBlanks?: boolean;
}

/** The version it became, or what is wrong with the file. */
export type TemplateAnswer = Done<number> | (Refused<'has-problems'> & { readonly report: TemplateReport });

/** Takes the college's own Word file for a kind of papers, after looking through it. Papers made earlier keep their template. */
export const uploadTemplate = async (
  ctx: Pick<PaperCtx, 'db' | 'actor' | 'today' | 'store'>,
  { kind, name, bytes, withBlanks = false }: TemplateUpload,
): Promise<TemplateAnswer> => {
  demand(mayKeepDocuments(ctx.actor));
  const report = await inspectTemplate({ name, bytes }, starterTemplates[kind].fields, Object.keys(filterLabels));
  if (!report.usable || (report.problems.length > 0 && !withBlanks)) return { ...refused('has-problems'), report };

  const fileId = await keepFile(ctx, { bytes, name, mediaType: docxType });
  const version = await insertTemplate(ctx.db, { kind, fileId, accountId: ctx.actor.accountId });
  await record(ctx, 'template.uploaded', { kind: 'template', id: null }, { kind, version });
  return done(version);
};

/** Papers of a kind are made from the starter template again; versions of the college stay to be looked at. */
export const returnToStarter = async (ctx: Ctx, kind: DocumentKind): Promise<Outcome<undefined>> => {
  demand(mayKeepDocuments(ctx.actor));
  if ((await retireTemplates(ctx.db, kind, now())) > 0)
    await record(ctx, 'template.retired', { kind: 'template', id: null }, { kind });
  return done();
};
