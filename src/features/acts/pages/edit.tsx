import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { actKeepers } from '../access.ts';
import type { Act } from '../act.ts';
import { actFields, dayTyped } from '../fields.ts';
import { allActs, allCitations } from '../rows.ts';
import { addAct, changeAct } from '../save-act.ts';
import { actRefusals } from '../texts.ts';
import { theAct } from './act.tsx';

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = (ctx: PageCtx, act: Act | undefined, others: readonly Act[], { form, errors = {}, refusal }: Shown) => {
  const title = act ? `Правка: ${act.title}` : 'Новый акт';
  const here = act ? `/acts/${act.id}` : '/acts';
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={act?.title ?? title}
        crumbs={[
          { label: 'Акты', href: '/acts' },
          ...(act ? [{ label: act.title, href: here }] : []),
          { label: act ? 'Правка' : title },
        ]}
      />
      <Form
        action={act ? `${here}/edit` : '/acts/new'}
        version={act?.version}
        errors={errors}
        refusal={refusal}
        draft={act ? `act-${act.id}` : 'act-new'}
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Записать акт
            </Button>
            <LinkButton kind="quiet" href={here}>
              Не записывать
            </LinkButton>
          </>
        }
      >
        <FormFields fields={actFields(others)} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newActPage: MemberRoute = {
  method: 'GET',
  path: '/acts/new',
  who: actKeepers,
  handle: async (ctx) => page(ctx, undefined, await allActs(ctx.db), { form: formOf({ level: 'local' }) }),
};

export const createAct: MemberRoute = {
  method: 'POST',
  path: '/acts/new',
  who: actKeepers,
  async handle(ctx, input) {
    const others = await allActs(ctx.db);
    const { form } = input;
    const read = readForm(actFields(others), form);
    if (!read.ok) return again(await page(ctx, undefined, others, { form, errors: read.errors }));
    const outcome = await addAct(ctx, read.value);
    if (!outcome.ok) return again(await page(ctx, undefined, others, { form, refusal: actRefusals[outcome.reason] }));
    return goTo(`/acts/${outcome.value}`, { toast: { text: 'Акт внесён в реестр' } });
  },
};

export const editActPage: MemberRoute = {
  method: 'GET',
  path: '/acts/:actId/edit',
  who: actKeepers,
  async handle(ctx, input) {
    const { act, acts } = await theAct(ctx, input);
    const cites = (await allCitations(ctx.db)).filter(({ actId }) => actId === act.id).map(({ citedId }) => citedId);
    const { level, title, issuer, number, note, supersededBy, unconfirmed } = act;
    const days = {
      day: dayTyped(act.day),
      revisedOn: dayTyped(act.revisedOn),
      inForceFrom: dayTyped(act.inForceFrom),
      lapsesOn: dayTyped(act.lapsesOn),
      reviewBy: dayTyped(act.reviewBy),
    };
    const check = unconfirmed ? 'yes' : '';
    const form = formOf({ level, title, issuer, number, note, supersededBy, unconfirmed: check, ...days, cites });
    return page(
      ctx,
      act,
      acts.filter(({ id }) => id !== act.id),
      { form },
    );
  },
};

export const saveAct: MemberRoute = {
  method: 'POST',
  path: '/acts/:actId/edit',
  who: actKeepers,
  async handle(ctx, input) {
    const { act, acts } = await theAct(ctx, input);
    const others = acts.filter(({ id }) => id !== act.id);
    const { form } = input;
    const read = readForm(actFields(others), form);
    if (!read.ok) return again(await page(ctx, act, others, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await changeAct(ctx, { ...read.value, actId: act.id, version });
    if (!outcome.ok) return again(await page(ctx, act, others, { form, refusal: actRefusals[outcome.reason] }));
    return goTo(`/acts/${act.id}`, { toast: { text: 'Акт записан' } });
  },
};
