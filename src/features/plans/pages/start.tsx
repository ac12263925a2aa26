import { demand } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { sentValue } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { RadioGroup } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { sideName } from '../../pairs/pages/words.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { mayKeepTemplates, mayWritePlan, planVisitors, planWorkers } from '../access.ts';
import { planOfPair } from '../rows.ts';
import { startPlan } from '../start-plan.ts';
import { fitting } from '../template.ts';
import { allTemplates } from '../template-rows.ts';
import { startRefusals } from '../texts.ts';
import { thePair } from './the-plan.ts';

const choice = async (ctx: PageCtx, pair: ListedPair) => {
  const templates = fitting(await allTemplates(ctx.db), pair);
  const variants = new Map((await normsOf(ctx.db, 'variant')).map(({ code, label }) => [code, label]));
  const options = templates.map(({ id, title, variant, tasks }) => ({
    value: id,
    label: title,
    hint: [
      variants.get(variant) ?? 'для любого варианта ролей',
      counted(tasks.length, 'задача', 'задачи', 'задач'),
    ].join(', '),
  }));
  return [...options, { value: '', label: 'С чистого листа', hint: 'Цели и задачи напишете сами' }];
};

const startScreen = async (ctx: PageCtx, pair: ListedPair, refusal?: string) => {
  const title = 'Начать индивидуальный план';
  const may = mayWritePlan(ctx.actor, pair) === true;
  const options = await choice(ctx, pair);
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={may ? title : 'Плана ещё нет'}
        lead={`${sideName(pair.mentor)} и ${sideName(pair.mentee)}`}
        actions={
          may && options.length === 1 && mayKeepTemplates(ctx.actor) === true ? (
            <LinkButton href="/plans/templates">Шаблоны планов</LinkButton>
          ) : undefined
        }
      />
      {may ? (
        <Form action={`/pairs/${pair.id}/plan`} refusal={refusal} actions={<Button kind="primary">Начать план</Button>}>
          <Note kind="info">Шаблон даст цели и задачи со сроками на весь период пары. Всё можно изменить.</Note>
          <RadioGroup name="templateId" label="С чего начать" options={options} value={options[0]?.value ?? ''} />
        </Form>
      ) : (
        <Empty icon="target" title="План составит наставник">
          Когда он отправит план на согласование, вы увидите его здесь.
        </Empty>
      )}
    </>,
  );
};

/** A pair's plan: where it stands, or where it is started. */
export const pairPlanPage: MemberRoute = {
  method: 'GET',
  path: '/pairs/:pairId/plan',
  who: planVisitors,
  async handle(ctx, input) {
    const pair = await thePair(ctx, param(input, 'pairId'));
    const plan = await planOfPair(ctx.db, pair.id);
    return plan ? goTo(`/plans/${plan.id}`) : startScreen(ctx, pair);
  },
};

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export const startThisPlan: MemberRoute = {
  method: 'POST',
  path: '/pairs/:pairId/plan',
  who: planWorkers,
  async handle(ctx, input) {
    const pair = await thePair(ctx, param(input, 'pairId'));
    demand(mayWritePlan(ctx.actor, pair));
    const sent = sentValue(input.form, 'templateId');
    const outcome = await startPlan(ctx, pair.id, uuid.test(sent) ? sent : null);
    if (outcome.ok) return goTo(`/plans/${outcome.value}`, { toast: { text: 'План начат. Впишите цели и стороны' } });
    if (outcome.reason === 'already-there') return goTo(`/pairs/${pair.id}/plan`);
    return again(await startScreen(ctx, pair, startRefusals[outcome.reason]));
  },
};
