import { download, found } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { docxToPdf } from '../../../platform/pdf/docx-to-pdf.ts';
import { docxType } from '../../documents/print-paper.ts';
import { planVisitors } from '../access.ts';
import { paperName } from '../paper-texts.ts';
import { printPlan } from '../print-plan.ts';
import { shownVersion, thePlan } from './the-plan.ts';

/** The plan on paper: `?as=docx` for Word, otherwise PDF; `?version=2` for an older one. */
export const planFile: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/file',
  who: planVisitors,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const number = Number(input.query.get('version')) || undefined;
    const shown = found(await shownVersion(ctx, the, number), 'version');
    const docx = await printPlan(ctx, { ...the, ...shown });
    const name = paperName(the.pair, shown.version);
    if (input.query.get('as') === 'docx') return download(new Uint8Array(docx), `${name}.docx`, docxType);
    const pdf = await docxToPdf(docx, { title: name, engine: 'typst' });
    return download(new Uint8Array(pdf), `${name}.pdf`, 'application/pdf');
  },
};
