import { demand } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayAskCorrection, mayWritePlan, planVisitors, planWorkers } from '../access.ts';
import { dropCorrection, openCorrection } from '../correct-plan.ts';
import { differenceOf } from '../difference.ts';
import { reasonFields } from '../fields.ts';
import { tasksOf } from '../rows.ts';
import { correctRefusals } from '../texts.ts';
import { planCrumbs } from './crumbs.ts';
import { DifferenceSections } from './difference-parts.tsx';
import { pairWords } from './plan-parts.tsx';
import { type ThePlan, thePlan } from './the-plan.ts';

interface Sent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const correctScreen = (ctx: PageCtx, the: ThePlan, { form = emptyForm, errors, refusal }: Sent = {}) => {
  demand(mayAskCorrection(ctx.actor, the.pair));
  return screen(
    ctx,
    { title: 'Поправить план' },
    <>
      <Heading
        title="Поправить план"
        crumbs={planCrumbs(ctx, the, 'Поправить')}
        lead="Нынешний план действует, пока обе стороны не согласуют новую версию."
      />
      <Form
        action={`/plans/${the.plan.id}/correct`}
        errors={errors}
        refusal={refusal}
        draft={`correct-${the.plan.id}`}
        actions={<Button kind="primary">Открыть правку</Button>}
      >
        <FormFields fields={reasonFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const correctPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/correct',
  who: planWorkers,
  handle: async (ctx, input) => correctScreen(ctx, await thePlan(ctx, input)),
};

export const correctThisPlan: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/correct',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const { form } = input;
    const read = readForm(reasonFields, form);
    if (!read.ok) return again(await correctScreen(ctx, the, { form, errors: read.errors }));
    const outcome = await openCorrection(ctx, the.pair.id, read.value.reason);
    if (!outcome.ok) return again(await correctScreen(ctx, the, { form, refusal: correctRefusals[outcome.reason] }));
    const text = the.writes ? 'Правка открыта: измените цели или задачи' : 'Просьба записана: наставник поправит план';
    return goTo(`/plans/${the.plan.id}`, { toast: { text } });
  },
};

export const dropPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/drop',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    demand(mayWritePlan(ctx.actor, the.pair));
    return screen(
      ctx,
      { title: 'Отменить правку' },
      <>
        <Heading title="Отменить правку плана?" crumbs={planCrumbs(ctx, the, 'Отменить правку')} />
        <Confirm action={`/plans/${the.plan.id}/drop`} verb="Отменить правку" back={`/plans/${the.plan.id}`} danger>
          Всё, что изменено после согласования, пропадёт. Согласованный план останется как был.
        </Confirm>
      </>,
    );
  },
};

export const dropThisCorrection: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/drop',
  who: planWorkers,
  async handle(ctx, input) {
    const { plan } = await thePlan(ctx, input);
    const outcome = await dropCorrection(ctx, plan.id);
    const text = outcome.ok ? 'Правка отменена, план прежний' : 'Открытой правки уже нет';
    return goTo(`/plans/${plan.id}`, { toast: { text } });
  },
};

export const comparePage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/compare',
  who: planVisitors,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const version = (name: string) =>
      the.versions.find(({ number }) => number === (Number(input.query.get(name)) || 0));
    const newest = found(version('to') ?? the.versions[0], 'version');
    const former = found(version('from') ?? the.versions.find(({ number }) => number < newest.number), 'version');
    const difference = differenceOf(
      { ...former, tasks: await tasksOf(ctx.db, former.id) },
      { ...newest, tasks: await tasksOf(ctx.db, newest.id) },
    );
    return screen(
      ctx,
      { title: 'Что изменилось в плане' },
      <>
        <Heading
          title={`Версия ${newest.number} против версии ${former.number}`}
          crumbs={planCrumbs(ctx, the, 'Что изменилось')}
          lead={[pairWords(the), newest.reason && `почему правили: ${newest.reason}`].filter(Boolean).join('; ')}
          actions={<LinkButton href={`/plans/${the.plan.id}`}>Открыть план</LinkButton>}
        />
        <DifferenceSections difference={difference} />
      </>,
    );
  },
};
