import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { pairKeepers } from '../../pairs/access.ts';
import { conditionNames } from '../candidate.ts';
import { changeMatchingNorms } from '../change-norms.ts';
import { type CriterionName, criterionNames, type Weights } from '../criterion.ts';
import { usualConditionFields, weightFields } from '../fields.ts';
import { conditionsOf, type MatchingNorms, matchingNorms } from '../norm-rows.ts';
import { normRefusals } from '../texts.ts';

const asForm = ({ weights, conditions, ask }: MatchingNorms): RawForm =>
  formOf({
    ...Object.fromEntries(criterionNames.map((name) => [`weight-${name}`, String(weights[name])])),
    conditions: conditionNames.filter((name) => conditions[name]),
    noAsk: ask ? '' : 'yes',
  });

const page = (
  ctx: PageCtx,
  version: number,
  form: RawForm,
  { errors = {}, refusal }: { errors?: FormErrors; refusal?: string } = {},
) =>
  screen(
    ctx,
    { title: 'Веса и условия подбора' },
    <>
      <Heading
        title="Веса и условия подбора"
        crumbs={[{ label: 'Подбор пар', href: '/matching' }, { label: 'Веса и условия' }]}
        lead="Сколько баллов даёт каждый признак, если совпал полностью. Ноль выключает признак. Прежние предложения не меняются."
      />
      <Form
        action="/matching/norms"
        version={version}
        errors={errors}
        refusal={refusal}
        draft="matching-norms"
        actions={
          <Button kind="primary" busy="Записываем…">
            Сохранить
          </Button>
        }
      >
        <Section title="Веса">
          <FormFields fields={weightFields} form={form} errors={errors} />
        </Section>
        <FormFields fields={usualConditionFields} form={form} errors={errors} />
      </Form>
    </>,
  );

export const normsPage: Route = {
  method: 'GET',
  path: '/matching/norms',
  who: pairKeepers,
  async handle(ctx) {
    const norms = await matchingNorms(ctx.db);
    return page(ctx, norms.version, asForm(norms));
  },
};

const weightsOf = (values: Readonly<Record<string, unknown>>): Weights =>
  Object.fromEntries(criterionNames.map((name) => [name, Number(values[`weight-${name}`])])) as Record<
    CriterionName,
    number
  >;

export const saveNorms: Route = {
  method: 'POST',
  path: '/matching/norms',
  who: pairKeepers,
  async handle(ctx, input) {
    const version = Number(sentValue(input.form, 'version')) || 0;
    const [weights, usual] = [readForm(weightFields, input.form), readForm(usualConditionFields, input.form)];
    if (!weights.ok || !usual.ok) {
      const errors = { ...(weights.ok ? {} : weights.errors), ...(usual.ok ? {} : usual.errors) };
      return again(await page(ctx, version, input.form, { errors }));
    }
    const outcome = await changeMatchingNorms(ctx, {
      weights: weightsOf(weights.value),
      conditions: conditionsOf(usual.value.conditions),
      ask: !usual.value.noAsk,
      version,
    });
    if (!outcome.ok) {
      const now = await matchingNorms(ctx.db);
      return again(await page(ctx, now.version, input.form, { refusal: normRefusals[outcome.reason] }));
    }
    return goTo('/matching', { toast: { text: 'Веса и условия сохранены' } });
  },
};
