import { sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { actKeepers } from '../../acts/access.ts';
import { enterAct } from '../enter-act.ts';
import { enterActRefusals } from '../texts.ts';
import { documentScreen } from './document.tsx';
import { theDocument } from './files.ts';

export const enterThisAct: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/act',
  who: actKeepers,
  async handle(ctx, input) {
    const paper = await theDocument(ctx, input);
    const outcome = await enterAct(ctx, paper.id, sentValue(input.form, 'actId') || null);
    if (!outcome.ok) return again(await documentScreen(ctx, paper, { actRefusal: enterActRefusals[outcome.reason] }));
    return goTo(`/acts/${outcome.value}`, { toast: { text: 'Документ стоит в реестре актов' } });
  },
};
