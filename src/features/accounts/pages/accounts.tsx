import { emptyForm, type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { accountKeepers } from '../access.ts';
import { accountFields } from '../fields.ts';
import { openAccount } from '../open-account.ts';
import { accountsOf, personName } from '../rows.ts';
import { accountRefusals, roleNames } from '../texts.ts';

export const accountsPage: Route = {
  method: 'GET',
  path: '/accounts',
  who: accountKeepers,
  async handle(ctx) {
    const accounts = await accountsOf(ctx.db);
    return screen(
      ctx,
      { title: 'Учётные записи' },
      <>
        <Heading
          title="Учётные записи"
          lead="Кто входит в систему и что может. Тем, у кого нет почты, печатается листок с QR-кодом."
          actions={
            <LinkButton kind="primary" icon="user-plus" href="/accounts/new">
              Завести запись
            </LinkButton>
          }
        />
        <Table
          caption="Учётные записи колледжа"
          columns={[
            {
              key: 'name',
              label: 'Фамилия, имя, отчество',
              cell: (row) => <a href={`/accounts/${row.id}`}>{row.name}</a>,
              head: true,
            },
            { key: 'login', label: 'Логин', cell: (row) => row.login },
            { key: 'roles', label: 'Роли', cell: (row) => row.roles.map((role) => roleNames[role]).join(', ') },
            {
              key: 'state',
              label: 'Вход',
              cell: (row) => (row.disabled ? <Badge tone="bad">отключён</Badge> : 'открыт'),
            },
          ]}
          rows={accounts}
        />
      </>,
    );
  },
};

const uuid = /^[0-9a-f-]{36}$/;

const newPage = (ctx: PageCtx, form: RawForm, errors: FormErrors = {}) =>
  screen(
    ctx,
    { title: 'Новая учётная запись' },
    <>
      <Heading
        title="Новая учётная запись"
        crumbs={[{ label: 'Учётные записи', href: '/accounts' }, { label: 'Новая' }]}
        lead="После записи вы получите листок с QR-кодом и личным кодом: пароль человек задаст сам."
      />
      <Form
        action="/accounts/new"
        errors={errors}
        hidden={{ personId: sentValue(form, 'personId') }}
        actions={
          <Button kind="primary" busy="Записываем…">
            Завести запись
          </Button>
        }
      >
        <FormFields fields={accountFields} form={form} errors={errors} />
      </Form>
    </>,
  );

export const newAccountPage: Route = {
  method: 'GET',
  path: '/accounts/new',
  who: accountKeepers,
  async handle(ctx, input) {
    const personId = input.query.get('person') ?? '';
    const name = uuid.test(personId) ? await personName(ctx.db, personId) : undefined;
    return newPage(ctx, name ? formOf({ name, personId }) : emptyForm);
  },
};

export const newAccount: Route = {
  method: 'POST',
  path: '/accounts/new',
  who: accountKeepers,
  async handle(ctx, input) {
    const read = readForm(accountFields, input.form);
    if (!read.ok) return again(await newPage(ctx, input.form, read.errors));

    const personId = sentValue(input.form, 'personId');
    const known = uuid.test(personId) && (await personName(ctx.db, personId)) !== undefined;
    const outcome = await openAccount(ctx, { ...read.value, personId: known ? personId : null });
    if (!outcome.ok) {
      const at = outcome.reason === 'login-taken' ? 'login' : 'email';
      return again(await newPage(ctx, input.form, { [at]: accountRefusals[outcome.reason] }));
    }
    return goTo(`/accounts/${outcome.value}`, { toast: { text: 'Запись заведена. Выдайте листок для входа' } });
  },
};
