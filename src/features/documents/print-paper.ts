import { toBuffer } from 'qrcode';
import type { Day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Doors } from '../../platform/http/route.ts';
import { renderDocxAside } from '../../platform/pdf/render-docx-aside.ts';
import { fileById, keepFile } from '../../platform/storage.ts';
import { requisites } from './data-texts.ts';
import type { DocumentKind } from './document.ts';
import type { PaperData } from './rows.ts';
import { templateById, templateInUse } from './template-rows.ts';
import { qrTag } from './templates/parts.ts';
import { starterTemplates } from './templates/starters.ts';

/** Making a paper needs the files and the address that its QR code leads to. */
export type PaperCtx = Ctx & Pick<Doors, 'store' | 'baseUrl'>;

export interface Printed {
  readonly docxFileId: string;
  /** The college's own template; null for the starter one. */
  readonly templateId: string | null;
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Prints a paper as DOCX into the college's files.
 * @param templateId The version to stay with; undefined takes the newest of the college, or the starter.
 */
export const printPaper = async (
  ctx: PaperCtx,
  paper: {
    readonly id: string;
    readonly kind: DocumentKind;
    readonly title: string;
    readonly data: PaperData;
    readonly number: string | null;
    readonly day: Day | null;
  },
  templateId?: string | null,
): Promise<Printed> => {
  const own =
    templateId === undefined
      ? await templateInUse(ctx.db, paper.kind)
      : templateId === null
        ? undefined
        : await templateById(ctx.db, templateId);
  const template = own
    ? await ctx.store.read(ctx.actor.college, (await fileById(ctx.db, own.fileId)).sha256)
    : starterTemplates[paper.kind].build();
  const bytes = await renderDocxAside(new Uint8Array(template), {
    data: { ...paper.data, ...requisites(paper) },
    pictures: { [qrTag]: await qrPicture(`${ctx.baseUrl}/documents/${paper.id}`) },
  });
  const docxFileId = await keepFile(ctx, { bytes, name: `${paper.title}.docx`, mediaType: docxType });
  return { docxFileId, templateId: own?.id ?? null };
};

const qrPicture = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await toBuffer(address, { type: 'png', margin: 1, scale: 6, errorCorrectionLevel: 'M' }));
