import { demand } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { mayChangePeople, mayReadOrganisations, peopleKeepers, peopleReaders } from '../access.ts';
import { organisationFields } from '../fields.ts';
import type { Organisation } from '../organisation.ts';
import { listOrganisations, organisationById } from '../organisation-rows.ts';
import { fullName } from '../person.ts';
import { personsOfOrganisation } from '../rows.ts';
import { addOrganisation, changeOrganisation } from '../save-organisation.ts';
import { kindNames, peopleRefusals } from '../texts.ts';

interface Shown {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const listPage = async (ctx: PageCtx, { form = emptyForm, errors = {}, refusal }: Shown = {}) => {
  demand(mayReadOrganisations(ctx.actor));
  const organisations = await listOrganisations(ctx.db);
  return screen(
    ctx,
    { title: 'Организации' },
    <>
      <Heading
        title="Организации"
        crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Организации' }]}
        lead="Работодатели и партнёры, чьи специалисты становятся наставниками."
      />
      <Table
        caption="Организации"
        rows={organisations}
        columns={[
          {
            key: 'name',
            label: 'Название',
            head: true,
            cell: (one) => <a href={`/organisations/${one.id}`}>{one.name}</a>,
          },
          { key: 'inn', label: 'ИНН', cell: (one) => one.inn ?? '—' },
          { key: 'contacts', label: 'Контакты', cell: (one) => one.contacts || '—', secondary: true },
          {
            key: 'people',
            label: 'Людей',
            kind: 'number',
            cell: (one) => <a href={`/organisations/${one.id}`}>{one.people}</a>,
          },
        ]}
        empty={
          <Empty icon="building" title="Здесь будут организации-партнёры">
            Они нужны для форм «работодатель — студент». Внесите первую ниже или загрузите список специалистов:
            организации заведутся сами.
          </Empty>
        }
      />
      {mayChangePeople(ctx.actor) === true ? (
        <Section title="Новая организация">
          <Form
            action="/organisations"
            errors={errors}
            refusal={refusal}
            actions={<Button kind="primary">Внести организацию</Button>}
          >
            <FormFields fields={organisationFields} form={form} errors={errors} />
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

export const organisationsPage: Route = {
  method: 'GET',
  path: '/organisations',
  who: peopleReaders,
  handle: (ctx) => listPage(ctx),
};

export const createOrganisation: Route = {
  method: 'POST',
  path: '/organisations',
  who: peopleKeepers,
  async handle(ctx, input) {
    const read = readForm(organisationFields, input.form);
    if (!read.ok) return again(await listPage(ctx, { form: input.form, errors: read.errors }));
    const outcome = await addOrganisation(ctx, read.value);
    if (!outcome.ok) return again(await listPage(ctx, { form: input.form, refusal: peopleRefusals[outcome.reason] }));
    return goTo('/organisations', { toast: { text: 'Организация внесена' } });
  },
};

const onePage = async (
  ctx: PageCtx,
  one: Organisation,
  { form = formOf({ name: one.name, inn: one.inn, contacts: one.contacts }), errors = {}, refusal }: Shown = {},
) => {
  const members = await personsOfOrganisation(ctx.db, one.id);
  return screen(
    ctx,
    { title: one.name },
    <>
      <Heading
        title={one.name}
        crumbs={[
          { label: 'Люди', href: '/people' },
          { label: 'Организации', href: '/organisations' },
          { label: one.name },
        ]}
        lead={counted(members.length, 'человек', 'человека', 'человек')}
      />
      <DefinitionList
        terms={[
          { label: organisationFields.inn.label, value: one.inn },
          { label: organisationFields.contacts.label, value: one.contacts },
        ]}
      />
      <Table
        caption={`Люди организации ${one.name}`}
        rows={members}
        columns={[
          {
            key: 'name',
            label: 'Фамилия, имя, отчество',
            head: true,
            cell: (person) => <a href={`/people/${person.id}`}>{fullName(person)}</a>,
          },
          { key: 'post', label: 'Должность', cell: (person) => person.post || '—' },
          { key: 'kind', label: 'Кто это', cell: (person) => kindNames[person.kind] },
        ]}
        empty={
          <Empty icon="users" title="Отсюда пока никого">
            Укажите организацию в карточке специалиста.
          </Empty>
        }
      />
      {mayChangePeople(ctx.actor) === true ? (
        <Section title="Изменить">
          <Form
            action={`/organisations/${one.id}`}
            errors={errors}
            refusal={refusal}
            actions={<Button kind="primary">Записать организацию</Button>}
          >
            <FormFields fields={organisationFields} form={form} errors={errors} />
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

const theOne = async (ctx: PageCtx, id: string): Promise<Organisation> => {
  demand(mayReadOrganisations(ctx.actor));
  return found(await organisationById(ctx.db, id), 'organisation');
};

export const organisationPage: Route = {
  method: 'GET',
  path: '/organisations/:organisationId',
  who: peopleReaders,
  handle: async (ctx, input) => onePage(ctx, await theOne(ctx, param(input, 'organisationId'))),
};

export const saveOrganisation: Route = {
  method: 'POST',
  path: '/organisations/:organisationId',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theOne(ctx, param(input, 'organisationId'));
    const read = readForm(organisationFields, input.form);
    if (!read.ok) return again(await onePage(ctx, one, { form: input.form, errors: read.errors }));
    const outcome = await changeOrganisation(ctx, { id: one.id, organisation: read.value });
    if (!outcome.ok)
      return again(await onePage(ctx, one, { form: input.form, refusal: peopleRefusals[outcome.reason] }));
    return goTo(`/organisations/${one.id}`, { toast: { text: 'Организация записана' } });
  },
};
