import { demand } from '../../../kernel/actor.ts';
import { download, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { record } from '../../../platform/journal.ts';
import { mayPrintDiary, meetingLoggers } from '../access.ts';
import { printDiary } from '../print-diary.ts';
import { thePair } from '../the-pair.ts';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The mentor's diary as a paper. */
export const diaryFile: MemberRoute = {
  method: 'GET',
  path: '/pairs/:pairId/diary',
  who: meetingLoggers,
  async handle(ctx, input) {
    const { pair, parties } = await thePair(ctx, param(input, 'pairId'));
    demand(mayPrintDiary(ctx.actor, parties));
    const as = input.query.get('as') === 'docx' ? 'docx' : 'pdf';
    const bytes = await printDiary(ctx, pair, as);
    await record(ctx, 'diary.printed', { kind: 'pair', id: pair.id }, { as });
    const name = `Дневник наставника, ${pair.mentor.lastName} — ${pair.mentee.lastName}.${as}`;
    return download(new Uint8Array(bytes), name, types[as]);
  },
};
