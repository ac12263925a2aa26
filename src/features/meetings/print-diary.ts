import type { Ctx } from '../../platform/context.ts';
import { docxToPdf } from '../../platform/pdf/docx-to-pdf.ts';
import { renderDocxAside } from '../../platform/pdf/render-docx-aside.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import type { ListedPair } from '../pairs/rows.ts';
import { diaryData, diaryTitle } from './diary-texts.ts';
import { meetingsOf } from './rows.ts';
import { diaryTemplate } from './templates/diary.ts';

/** The diary out of the facts, as Word or PDF; set in a worker. The curator signs by name when a curator prints it. */
export const printDiary = async (ctx: Ctx, pair: ListedPair, as: 'docx' | 'pdf'): Promise<Uint8Array> => {
  const college = await theCollege(ctx.db);
  const form = (await normsOf(ctx.db, 'form')).find(({ code }) => code === pair.form)?.label ?? pair.form;
  const curator = ctx.actor.roles.includes('curator') ? ctx.actor.name : '';
  const meetings = await meetingsOf(ctx.db, [pair.id]);
  const data = diaryData({ pair, form, collegeName: college.fullName, curator, meetings, today: ctx.today });
  const docx = await renderDocxAside(diaryTemplate(), { data });
  return as === 'docx' ? docx : docxToPdf(docx, { title: diaryTitle(pair), engine: 'typst' });
};
