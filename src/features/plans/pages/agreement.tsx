import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { documentScans } from '../../documents/attach-scan.ts';
import { scanFileText } from '../../documents/texts.ts';
import { mayAgree, mayKeepPlans, planKeepers, planParties, planWorkers } from '../access.ts';
import { agreeOnPaper, agreePlan, proposePlan, returnPlan, takePlanBack } from '../agree-plan.ts';
import { paperFields, remarkFields } from '../fields.ts';
import { agreeRefusals, paperRefusals, proposeRefusals } from '../texts.ts';
import { planCrumbs } from './crumbs.ts';
import { planScreen } from './plan.tsx';
import { pairWords } from './plan-parts.tsx';
import { type ThePlan, thePlan } from './the-plan.ts';

const versionIn = ({ form }: Input): number => Number(sentValue(form, 'version')) || 0;

const refuse = async (ctx: PageCtx, input: Input, words: string) =>
  again(await planScreen(ctx, await thePlan(ctx, input), undefined, words));

export const proposeThisPlan: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/propose',
  who: planWorkers,
  async handle(ctx, input) {
    const { plan } = await thePlan(ctx, input);
    const outcome = await proposePlan(ctx, plan.id, versionIn(input));
    if (!outcome.ok) return refuse(ctx, input, proposeRefusals[outcome.reason]);
    return goTo(`/plans/${plan.id}`, { toast: { text: 'План отправлен на согласование' } });
  },
};

export const agreeThisPlan: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/agree',
  who: planParties,
  async handle(ctx, input) {
    const { plan } = await thePlan(ctx, input);
    const outcome = await agreePlan(ctx, plan.id, versionIn(input));
    if (!outcome.ok) return refuse(ctx, input, agreeRefusals[outcome.reason]);
    const text =
      outcome.value === 'agreed' ? 'План согласован и действует' : 'Вы согласовали план. Ждём вторую сторону';
    return goTo(`/plans/${plan.id}`, { toast: { text } });
  },
};

export const takeThisPlanBack: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/take-back',
  who: planWorkers,
  async handle(ctx, input) {
    const { plan } = await thePlan(ctx, input);
    const outcome = await takePlanBack(ctx, plan.id);
    if (!outcome.ok) return refuse(ctx, input, agreeRefusals[outcome.reason]);
    return goTo(`/plans/${plan.id}`, { toast: { text: 'План снова у вас: можно править' } });
  },
};

interface Sent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const NotWaiting = ({ the }: { readonly the: ThePlan }) => (
  <Note kind="info" actions={<LinkButton href={`/plans/${the.plan.id}`}>Открыть план</LinkButton>}>
    {agreeRefusals['not-proposed']}
  </Note>
);

const returnScreen = async (ctx: PageCtx, the: ThePlan, { form = emptyForm, errors, refusal }: Sent = {}) => {
  demand(mayAgree(ctx.actor, the.pair));
  const { open, plan } = the;
  return screen(
    ctx,
    { title: 'Попросить изменить план' },
    <>
      <Heading
        title="Что изменить в плане?"
        crumbs={planCrumbs(ctx, the, 'Попросить изменить')}
        lead="План вернётся тому, кто его пишет, вместе с вашими словами."
      />
      {open?.state === 'proposed' ? (
        <Form
          action={`/plans/${plan.id}/return`}
          version={open.version}
          errors={errors}
          refusal={refusal}
          draft={`return-${plan.id}`}
          actions={<Button kind="primary">Вернуть на доработку</Button>}
        >
          <FormFields fields={remarkFields} form={form} errors={errors} only={['remark']} />
        </Form>
      ) : (
        <NotWaiting the={the} />
      )}
    </>,
  );
};

export const returnPlanPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/return',
  who: planParties,
  handle: async (ctx, input) => returnScreen(ctx, await thePlan(ctx, input)),
};

export const returnThisPlan: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/return',
  who: planParties,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const { form } = input;
    const read = readForm(remarkFields, form);
    if (!read.ok) return again(await returnScreen(ctx, the, { form, errors: read.errors }));
    const outcome = await returnPlan(ctx, the.plan.id, read.value);
    if (!outcome.ok) return again(await returnScreen(ctx, the, { form, refusal: agreeRefusals[outcome.reason] }));
    return goTo(`/plans/${the.plan.id}`, { toast: { text: 'План возвращён на доработку' } });
  },
};

const paperScreen = async (ctx: PageCtx, the: ThePlan, { form, errors = {}, refusal }: Sent = {}) => {
  demand(mayKeepPlans(ctx.actor));
  const { open, plan } = the;
  const shown = form ?? formOf({ on: formatDay(ctx.today), sides: ['mentor', 'mentee'] });
  return screen(
    ctx,
    { title: 'План подписан на бумаге' },
    <>
      <Heading
        title="План подписан на бумаге"
        crumbs={planCrumbs(ctx, the, 'Подписан на бумаге')}
        lead={`${pairWords(the)}. Запишите, кто и когда подписал распечатанный план.`}
      />
      {open?.state === 'proposed' ? (
        <Form
          action={`/plans/${plan.id}/paper`}
          files
          version={open.version}
          errors={errors}
          refusal={refusal}
          actions={<Button kind="primary">Записать подписи</Button>}
        >
          <FormFields fields={paperFields} form={shown} errors={errors} only={['sides', 'on']} />
          <FileField
            name="scan"
            label="Скан подписанного плана"
            hint="PDF, JPEG или PNG"
            invite="Перетащите скан или выберите файл"
            optional
            accept=".pdf,.jpg,.jpeg,.png"
            error={errors.scan}
          />
        </Form>
      ) : (
        <NotWaiting the={the} />
      )}
    </>,
  );
};

export const paperPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/paper',
  who: planKeepers,
  handle: async (ctx, input) => paperScreen(ctx, await thePlan(ctx, input)),
};

const scanIn = async (form: RawForm) => {
  const file = form.files.scan?.[0];
  if (!file) return { ok: true as const, value: undefined };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const checked = await checkUpload({ name: file.name, bytes }, documentScans);
  return checked.ok ? checked : { ok: false as const, text: scanFileText(checked) };
};

export const agreeThisOnPaper: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/paper',
  who: planKeepers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const { form } = input;
    const read = readForm(paperFields, form);
    const scan = await scanIn(form);
    if (!read.ok || !scan.ok) {
      const errors = { ...(read.ok ? {} : read.errors), ...(scan.ok ? {} : { scan: scan.text }) };
      return again(await paperScreen(ctx, the, { form, errors }));
    }
    const outcome = await agreeOnPaper(ctx, the.plan.id, { ...read.value, scan: scan.value });
    if (!outcome.ok) return again(await paperScreen(ctx, the, { form, refusal: paperRefusals[outcome.reason] }));
    const text = outcome.value === 'agreed' ? 'План согласован и действует' : 'Подпись записана. Ждём вторую сторону';
    return goTo(`/plans/${the.plan.id}`, { toast: { text } });
  },
};
