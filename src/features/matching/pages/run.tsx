import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import type { Proposal } from '../proposal.ts';

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
