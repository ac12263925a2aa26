import { again, goTo } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { pairKeepers } from '../../pairs/access.ts';
import { askAside } from '../ask-aside.ts';
import type { Beside } from '../question.ts';
import { reproduce } from '../reproduce.ts';
import { reproducedWords } from '../texts.ts';
import { deskPage, theProposal } from './proposal.tsx';

/** Answers the kept question anew and tells whether the same pairs come out. */
export const reproduceThis = (beside: Beside): Route => ({
  method: 'POST',
  path: '/matching/:proposalId/reproduce',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const solver = (question: Parameters<typeof askAside>[0]) => askAside(question, async () => undefined);
    const outcome = await reproduce(ctx, proposal.id, { beside, solver });
    if (!outcome.ok)
      return again(
        await deskPage(ctx, proposal, { refusals: ['Исходные данные этого расчёта не сохранились: он старый.'] }),
      );
    const words = reproducedWords(outcome.value);
    if (outcome.value.samePairs) return goTo(`/matching/${proposal.id}`, { toast: { text: words.join(' ') } });
    return again(await deskPage(ctx, proposal, { refusals: words }));
  },
});
