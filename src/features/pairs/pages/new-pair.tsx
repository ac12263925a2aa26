import { academicYear } from '../../../kernel/academic-year.ts';
import { formatDay, maxDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ComboField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { pairKeepers } from '../access.ts';
import { type Candidate, candidates } from '../base-rows.ts';
import { pairFields } from '../fields.ts';
import { barriersTo, formPair } from '../form-pair.ts';
import { pairRefusals, pairWarnings } from '../texts.ts';

const choices = (people: readonly Candidate[]) =>
  people.map((one) => ({
    value: one.id,
    label: `${[one.lastName, one.firstName, one.patronymic].filter(Boolean).join(' ')}${one.place ? `, ${one.place}` : ''}`,
  }));

const fieldsOf = async (ctx: PageCtx) => pairFields(await normsOf(ctx.db, 'form'), await normsOf(ctx.db, 'variant'));

const page = async (
  ctx: PageCtx,
  form: RawForm,
  { errors = {}, refusal }: { errors?: FormErrors; refusal?: string } = {},
) => {
  const [mentors, mentees] = [await candidates(ctx.db, 'mentors'), await candidates(ctx.db, 'mentees')];
  const heading = (
    <Heading
      title="Составить пару вручную"
      crumbs={[{ label: 'Пары и группы', href: '/pairs' }, { label: 'Новая пара' }]}
      lead="Согласия обеих сторон и свободное место наставника система проверит сама."
    />
  );
  if (mentors.length === 0 || mentees.length === 0) {
    const side =
      mentors.length === 0 ? { words: 'наставников', href: '/mentors' } : { words: 'наставляемых', href: '/mentees' };
    return screen(
      ctx,
      { title: 'Новая пара' },
      <>
        {heading}
        <Empty
          title={`База ${side.words} пуста`}
          action={<LinkButton href={side.href}>Открыть базу {side.words}</LinkButton>}
        >
          Пару составляют из людей обеих баз.
        </Empty>
      </>,
    );
  }
  return screen(
    ctx,
    { title: 'Новая пара' },
    <>
      {heading}
      <Form
        action="/pairs/new"
        errors={errors}
        refusal={refusal}
        draft="new-pair"
        actions={
          <Button kind="primary" busy="Составляем…">
            Составить пару
          </Button>
        }
      >
        <ComboField
          name="mentorId"
          label="Наставник"
          value={sentValue(form, 'mentorId')}
          options={choices(mentors)}
          error={errors.mentorId}
          empty="выберите"
        />
        <ComboField
          name="menteeId"
          label="Наставляемый"
          value={sentValue(form, 'menteeId')}
          options={choices(mentees)}
          error={errors.menteeId}
          empty="выберите"
        />
        <FormFields fields={await fieldsOf(ctx)} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newPairPage: Route = {
  method: 'GET',
  path: '/pairs/new',
  who: pairKeepers,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    const { from, till } = academicYear(currentYear);
    const start = maxDay(ctx.today, from);
    return page(
      ctx,
      formOf({
        mentorId: input.query.get('mentor') ?? '',
        menteeId: input.query.get('mentee') ?? '',
        from: formatDay(start),
        till: formatDay(till),
      }),
    );
  },
};

const uuid = /^[0-9a-f-]{36}$/;

export const newPair: Route = {
  method: 'POST',
  path: '/pairs/new',
  who: pairKeepers,
  async handle(ctx, input) {
    const read = readForm(await fieldsOf(ctx), input.form);
    const [mentorId, menteeId] = [sentValue(input.form, 'mentorId'), sentValue(input.form, 'menteeId')];
    const people = {
      ...(uuid.test(mentorId) ? {} : { mentorId: 'Выберите наставника' }),
      ...(uuid.test(menteeId) ? {} : { menteeId: 'Выберите наставляемого' }),
    };
    if (!read.ok || Object.keys(people).length > 0) {
      return again(await page(ctx, input.form, { errors: { ...people, ...(read.ok ? {} : read.errors) } }));
    }
    const outcome = await formPair(ctx, { ...read.value, mentorId, menteeId });
    if (!outcome.ok) return again(await page(ctx, input.form, { refusal: pairRefusals[outcome.reason] }));
    const { warnings } = await barriersTo(ctx, { ...read.value, mentorId });
    const said = warnings.map((one) => pairWarnings[one]).join(', ');
    const text = said ? `Пара составлена. Обратите внимание: ${said}` : 'Пара составлена';
    return goTo(`/pairs/${outcome.value}`, { toast: { text } });
  },
};
