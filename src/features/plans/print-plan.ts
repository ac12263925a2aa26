import type { Ctx } from '../../platform/context.ts';
import { renderDocxAside } from '../../platform/pdf/render-docx-aside.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { type Printed, paperData } from './paper-texts.ts';
import { planTemplate } from './templates/plan.ts';

/** The plan as DOCX in the official form, with the outcomes known today; set in a worker. */
export const printPlan = async (ctx: Pick<Ctx, 'db' | 'today'>, printed: Printed): Promise<Uint8Array> => {
  const norms = [...(await normsOf(ctx.db, 'form')), ...(await normsOf(ctx.db, 'variant'))];
  const names = new Map(norms.map(({ code, label }) => [code, label]));
  const data = paperData(printed, await theCollege(ctx.db), names, ctx.today);
  return renderDocxAside(planTemplate(), { data });
};
