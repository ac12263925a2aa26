import { demand } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { CheckboxGroup } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { sideName, sidePlace } from '../../pairs/pages/words.tsx';
import { mayWritePlan, planWorkers } from '../access.ts';
import { copyPlan, pairsWithoutPlan } from '../copy-plan.ts';
import { copyRefusals } from '../texts.ts';
import { planCrumbs } from './crumbs.ts';
import { type ThePlan, thePlan } from './the-plan.ts';

const copyScreen = async (ctx: PageCtx, the: ThePlan, refusal?: string) => {
  demand(mayWritePlan(ctx.actor, the.pair));
  const free = await pairsWithoutPlan(ctx, the.plan.id);
  return screen(
    ctx,
    { title: 'Скопировать план' },
    <>
      <Heading
        title="Скопировать план другим парам"
        crumbs={planCrumbs(ctx, the, 'Скопировать')}
        lead="Перейдут цели, формы работы и задачи. Сильные стороны и трудности у каждого свои: впишите их отдельно."
      />
      {free.length > 0 ? (
        <Form
          action={`/plans/${the.plan.id}/copy`}
          refusal={refusal}
          actions={<Button kind="primary">Скопировать план</Button>}
        >
          <CheckboxGroup
            name="pairs"
            label="Кому"
            options={free.map(({ pairId, mentee }) => ({
              value: pairId,
              label: [sideName(mentee), sidePlace(mentee)].filter(Boolean).join(', '),
            }))}
            values={free.map(({ pairId }) => pairId)}
          />
        </Form>
      ) : (
        <Empty
          icon="copy"
          title="Копировать некому"
          action={<LinkButton href={`/plans/${the.plan.id}`}>Вернуться к плану</LinkButton>}
        >
          У всех наставляемых этого наставника планы уже есть.
        </Empty>
      )}
    </>,
  );
};

export const copyPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/copy',
  who: planWorkers,
  handle: async (ctx, input) => copyScreen(ctx, await thePlan(ctx, input)),
};

export const copyThisPlan: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/copy',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const outcome = await copyPlan(ctx, the.plan.id, input.form.values.pairs ?? []);
    if (!outcome.ok) return again(await copyScreen(ctx, the, copyRefusals[outcome.reason]));
    const text = `Готово: ${counted(outcome.value, 'черновик плана', 'черновика плана', 'черновиков плана')}`;
    return goTo(the.side ? '/my-plans' : '/plans?state=draft', { toast: { text } });
  },
};
