import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { expertKeepers } from '../access.ts';
import type { Expert } from '../expert.ts';
import { expertFields } from '../fields.ts';
import { expertById, possibleExperts } from '../rows.ts';
import { addExpert, changeExpert } from '../save-expert.ts';
import { expertRefusals } from '../texts.ts';

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const fieldsOf = async (ctx: PageCtx) =>
  expertFields(
    (await possibleExperts(ctx.db)).map(({ id, label }) => ({ value: id, label })),
    await normsOf(ctx.db, 'topic'),
  );

const page = async (ctx: PageCtx, expert: Expert | undefined, { form, errors = {}, refusal }: Shown) => {
  const title = expert?.shownName ?? 'Новый эксперт';
  const here = expert ? `/experts/${expert.id}` : '/experts';
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={[
          { label: 'Эксперты', href: '/experts' },
          ...(expert ? [{ label: title, href: here }] : []),
          { label: expert ? 'Правка' : title },
        ]}
      />
      <Form
        action={expert ? `${here}/edit` : '/experts/new'}
        version={expert?.version}
        errors={errors}
        refusal={refusal}
        draft={expert ? `expert-${expert.id}` : 'expert-new'}
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Записать эксперта
            </Button>
            <LinkButton kind="quiet" href={here}>
              Не записывать
            </LinkButton>
          </>
        }
      >
        <FormFields fields={await fieldsOf(ctx)} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newExpertPage: MemberRoute = {
  method: 'GET',
  path: '/experts/new',
  who: expertKeepers,
  handle: (ctx, input) => page(ctx, undefined, { form: formOf({ areas: input.query.getAll('area') }) }),
};

export const createExpert: MemberRoute = {
  method: 'POST',
  path: '/experts/new',
  who: expertKeepers,
  async handle(ctx, { form }) {
    const read = readForm(await fieldsOf(ctx), form);
    if (!read.ok) return again(await page(ctx, undefined, { form, errors: read.errors }));
    const outcome = await addExpert(ctx, read.value);
    if (!outcome.ok) return again(await page(ctx, undefined, { form, refusal: expertRefusals[outcome.reason] }));
    return goTo(`/experts/${outcome.value}`, { toast: { text: 'Эксперт внесён в банк' } });
  },
};

export const editExpertPage: MemberRoute = {
  method: 'GET',
  path: '/experts/:expertId/edit',
  who: expertKeepers,
  async handle(ctx, input) {
    const expert = found(await expertById(ctx.db, param(input, 'expertId')), 'expert');
    const { personId, name, organisation, post, contacts, areas, availability, note } = expert;
    const form = formOf({ personId, name, organisation, post, contacts, areas, availability, note });
    return page(ctx, expert, { form });
  },
};

export const saveExpert: MemberRoute = {
  method: 'POST',
  path: '/experts/:expertId/edit',
  who: expertKeepers,
  async handle(ctx, input) {
    const expert = found(await expertById(ctx.db, param(input, 'expertId')), 'expert');
    const { form } = input;
    const read = readForm(await fieldsOf(ctx), form);
    if (!read.ok) return again(await page(ctx, expert, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await changeExpert(ctx, { ...read.value, expertId: expert.id, version });
    if (!outcome.ok) return again(await page(ctx, expert, { form, refusal: expertRefusals[outcome.reason] }));
    return goTo(`/experts/${expert.id}`, { toast: { text: 'Карточка эксперта записана' } });
  },
};
