import { again, goTo } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import { pairKeepers } from '../../pairs/access.ts';
import { askAside } from '../ask-aside.ts';
import type { Proposal } from '../proposal.ts';
import type { Beside } from '../question.ts';
import { reproduce } from '../reproduce.ts';
import { reproducedWords } from '../texts.ts';
import { deskPage, theProposal } from './proposal.tsx';

/** What a run can be recognised by, and the button that repeats it. */
export const Run = ({ proposal }: { readonly proposal: Proposal }) => (
  <Section title="Расчёт">
    <DefinitionList
      terms={[
        { label: 'Отпечаток данных', value: <code>{proposal.inputHash.slice(0, 12)}</code> },
        { label: 'Версия весов и условий', value: String(proposal.rulesVersion) },
        { label: 'Редакция правил', value: String(proposal.edition) },
      ]}
    />
    <PostButton action={`/matching/${proposal.id}/reproduce`}>
      <Button size="s" icon="repeat" busy="Повторяем…">
        Воспроизвести
      </Button>
    </PostButton>
  </Section>
);

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
