import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import { mayKeepActs } from '../../acts/access.ts';
import { stateOf } from '../../acts/act.ts';
import { allActs } from '../../acts/rows.ts';
import { actWords, stateNames } from '../../acts/texts.ts';
import { isInForce } from '../document.ts';
import type { Document } from '../rows.ts';

/** Which act the paper is, or the way to make it one. Nothing for drafts. */
export const actSection = async (ctx: PageCtx, paper: Document, refusal: string | undefined) => {
  const acts = await allActs(ctx.db);
  const own = acts.find(({ documentId }) => documentId === paper.id);
  if (own)
    return (
      <Section title="В реестре актов">
        <p>
          <a href={`/acts/${own.id}`}>{actWords(own)}</a>: {stateNames[stateOf(own, acts, ctx.today)]}
        </p>
      </Section>
    );
  if (mayKeepActs(ctx.actor) !== true || !isInForce(paper.status) || paper.day === null) return null;
  const free = acts.filter(({ level, documentId }) => level === 'local' && documentId === null);
  return (
    <Section title="Реестр актов">
      <details open={refusal !== undefined || undefined}>
        <summary>Это акт колледжа</summary>
        <p class="hint">
          Система будет следить за его пересмотром и заменой, а ссылки на другие акты возьмёт из текста.
        </p>
        <Form action={`/documents/${paper.id}/act`} refusal={refusal} actions={<Button>Внести в реестр актов</Button>}>
          <SelectField
            name="actId"
            label="Какой это акт"
            value=""
            options={[
              { value: '', label: 'новый, внести' },
              ...free.map((act) => ({ value: act.id, label: actWords(act) })),
            ]}
          />
        </Form>
      </details>
    </Section>
  );
};
