import { collegeKeepers } from '../../features/college/access.ts';
import { collegeFields, directorFields } from '../../features/college/fields.ts';
import { theCollege } from '../../features/college/rows.ts';
import { fullName } from '../../features/people/person.ts';
import { staffNames } from '../../features/people/rows.ts';
import { yearOf } from '../../kernel/academic-year.ts';
import { fullName as declined } from '../../kernel/russian/names.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../platform/fields.ts';
import { again, goTo } from '../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../platform/http/route.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { FormFields } from '../../ui/form-fields.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icon.tsx';
import { screen } from '../../ui/screen.tsx';
import { directorOf, setUpCollege } from '../set-up-college.ts';

/** What is stored, as the form's first values. */
export const storedCollege = async (ctx: PageCtx): Promise<RawForm> => {
  const college = await theCollege(ctx.db);
  const director = await directorOf(ctx);
  const named = college.setup.college === 'done';
  return formOf({
    fullName: named ? college.fullName : '',
    shortName: named ? college.shortName : '',
    founder: college.founder,
    city: college.city,
    contacts: college.contacts,
    timeZone: college.timeZone,
    currentYear: String(college.currentYear),
    directorName: director ? fullName(director) : '',
    directorPost: director?.post ?? 'Директор',
    controllerId: college.controllerId ?? '',
  });
};

/** How the director will stand in papers: declension is shown before anything is printed with it. */
const Declined = ({ name }: { readonly name: string }) => {
  const [last = '', first = '', ...middle] = name.split(/\s+/);
  if (!last || !first) return null;
  const parts = { last, first, middle: middle.join(' ') };
  return (
    <p class="hint">
      <Icon name="spell-check" size={16} /> В приказах: «{declined(parts, 'genitive')}», «{declined(parts, 'dative')}».
    </p>
  );
};

/** The fields of the college, on its own page and in the first step of the guide. */
export const CollegeForm = async ({
  ctx,
  form,
  errors = {},
  from,
}: {
  ctx: PageCtx;
  form: RawForm;
  errors?: FormErrors;
  from: 'college' | 'start';
}) => {
  const staff = await staffNames(ctx.db);
  return (
    <Form
      action="/college"
      errors={errors}
      hidden={{ from }}
      draft="college"
      actions={
        <Button kind="primary" busy="Записываем…">
          {from === 'start' ? 'Сохранить и дальше' : 'Сохранить'}
        </Button>
      }
    >
      <FormFields fields={collegeFields(yearOf(ctx.today))} form={form} errors={errors} />
      <FormFields fields={directorFields} form={form} errors={errors} />
      <Declined name={sentValue(form, 'directorName')} />
      {staff.length === 0 ? null : (
        <SelectField
          name="controllerId"
          label="Кто контролирует исполнение приказов"
          hint="Обычно заместитель руководителя по УВР"
          optional
          empty="сам руководитель"
          value={sentValue(form, 'controllerId')}
          options={staff.map((person) => ({ value: person.id, label: fullName(person) }))}
        />
      )}
    </Form>
  );
};

const page = async (ctx: PageCtx, form: RawForm, errors: FormErrors = {}) =>
  screen(
    ctx,
    { title: 'Колледж' },
    <>
      <Heading title="Колледж" lead="Так колледж назван на экране и в шапке документов." />
      {await CollegeForm({ ctx, form, errors, from: 'college' })}
    </>,
  );

export const collegePage: Route = {
  method: 'GET',
  path: '/college',
  who: collegeKeepers,
  handle: async (ctx) => page(ctx, await storedCollege(ctx)),
};

export const saveCollege: Route = {
  method: 'POST',
  path: '/college',
  who: collegeKeepers,
  async handle(ctx, input) {
    const from = sentValue(input.form, 'from') === 'start' ? '/start' : '/college';
    const college = readForm(collegeFields(yearOf(ctx.today)), input.form);
    const director = readForm(directorFields, input.form);
    if (!college.ok || !director.ok) {
      const errors = { ...(college.ok ? {} : college.errors), ...(director.ok ? {} : director.errors) };
      return again(await page(ctx, input.form, errors));
    }
    const chosen = sentValue(input.form, 'controllerId');
    const known = (await staffNames(ctx.db)).some(({ id }) => id === chosen);
    await setUpCollege(ctx, { college: college.value, ...director.value, controllerId: known ? chosen : null });
    return goTo(from, { toast: { text: 'Сведения о колледже сохранены' } });
  },
};
