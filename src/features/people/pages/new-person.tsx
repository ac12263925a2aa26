import { type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { peopleKeepers } from '../access.ts';
import { addPerson } from '../add-person.ts';
import { personFields } from '../fields.ts';
import { namesakes } from '../namesake-rows.ts';
import { fullName, type Person } from '../person.ts';
import { peopleRefusals } from '../texts.ts';
import { choicesOf, formOfValues, PersonFields } from './person-form.tsx';

interface Shown {
  readonly errors?: FormErrors;
  readonly refusal?: string;
  readonly twins?: readonly Person[];
}

const page = async (ctx: PageCtx, form: RawForm, { errors = {}, refusal, twins = [] }: Shown = {}) => {
  const choices = await choicesOf(ctx.db);
  return screen(
    ctx,
    { title: 'Новый человек' },
    <>
      <Heading title="Новый человек" crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Новый человек' }]} />
      <Form
        action="/people/new"
        errors={errors}
        refusal={refusal}
        draft="person-new"
        actions={
          <Button kind="primary" busy="Записываем…">
            Внести человека
          </Button>
        }
      >
        {twins.length > 0 ? <Twins twins={twins} /> : null}
        <PersonFields form={form} errors={errors} choices={choices} />
        {twins.length > 0 ? <Checkbox name="another" value="yes" label="Это другой человек, внести всё равно" /> : null}
      </Form>
    </>,
  );
};

const Twins = ({ twins }: { readonly twins: readonly Person[] }) => (
  <Note kind="warn" title="Похоже, этот человек уже внесён">
    <ul>
      {twins.map((twin) => (
        <li>
          <a href={`/people/${twin.id}`}>{fullName(twin)}</a>
          {twin.groupCode ? `, ${twin.groupCode}` : null}
          {twin.leftOn ? ', выбытие отмечено' : null}
        </li>
      ))}
    </ul>
  </Note>
);

export const newPerson: Route = {
  method: 'GET',
  path: '/people/new',
  who: peopleKeepers,
  handle: (ctx, input) => page(ctx, formOfValues({ kind: 'student', groupId: input.query.get('group') ?? '' })),
};

export const createPerson: Route = {
  method: 'POST',
  path: '/people/new',
  who: peopleKeepers,
  async handle(ctx, input) {
    const read = readForm(personFields, input.form);
    if (!read.ok) return again(await page(ctx, input.form, { errors: read.errors }));
    const outcome = await addPerson(ctx, { person: read.value, another: sentValue(input.form, 'another') === 'yes' });
    if (outcome.ok)
      return goTo(`/people/${outcome.value}`, { toast: { text: `${fullName(read.value)}: карточка внесена` } });
    const twins = outcome.reason === 'looks-known' ? await namesakes(ctx.db, read.value) : [];
    return again(await page(ctx, input.form, { refusal: peopleRefusals[outcome.reason], twins }));
  },
};
