import { emptyForm, type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { journalOf } from '../../../platform/journal.ts';
import { Button } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { accountKeepers, mayGiveRoles, mayOpenWayInto } from '../access.ts';
import type { Account } from '../account.ts';
import { changePassword, changeRoles, switchAccount } from '../change-account.ts';
import { passwordFields, rolesFields } from '../fields.ts';
import { accountById } from '../rows.ts';
import { accountJournal, accountRefusals } from '../texts.ts';

interface Shown {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = async (ctx: PageCtx, account: Account, { form, errors = {}, refusal }: Shown = {}) => {
  const history = await journalOf(ctx.db, { kind: 'account', id: account.id });
  const mine = mayOpenWayInto(ctx.actor, account.roles) === true;
  return screen(
    ctx,
    { title: account.name },
    <>
      <Heading
        title={account.name}
        crumbs={[{ label: 'Учётные записи', href: '/accounts' }, { label: account.login }]}
        lead={account.disabled ? 'Вход закрыт.' : `Логин: ${account.login}`}
        actions={
          mine && !account.disabled ? (
            <PostButton action={`/accounts/${account.id}/link`} answersPage>
              <Button kind="primary" icon="qr-code" busy="Готовим листок…">
                Выдать листок для входа
              </Button>
            </PostButton>
          ) : null
        }
      />
      <Columns
        aside={
          <Section title="Журнал">
            <ul class="plain-list">
              {history.map((entry) => (
                <li>
                  <span class="hint">{entry.at.toLocaleDateString('ru-RU')}</span>{' '}
                  {accountJournal[entry.action] ?? entry.action} — {entry.actorName}
                </li>
              ))}
            </ul>
          </Section>
        }
      >
        {mayGiveRoles(ctx.actor, account.roles, account.roles) === true ? null : (
          <Note kind="info">Эти роли раздаёт администратор.</Note>
        )}
        <Section title="Роли">
          <Form
            action={`/accounts/${account.id}/roles`}
            errors={errors.roles ? errors : {}}
            refusal={refusal}
            actions={<Button busy="Записываем…">Сохранить роли</Button>}
          >
            <FormFields fields={rolesFields} form={form ?? formOf({ roles: account.roles })} errors={errors} />
          </Form>
        </Section>
        {mine ? (
          <Section title="Пароль">
            <Form
              action={`/accounts/${account.id}/password`}
              errors={errors.password ? errors : {}}
              actions={<Button busy="Записываем…">Задать пароль</Button>}
            >
              <FormFields fields={passwordFields} form={emptyForm} errors={errors} />
            </Form>
          </Section>
        ) : null}
        {mine ? (
          <Section title="Вход">
            <PostButton action={`/accounts/${account.id}/${account.disabled ? 'enable' : 'disable'}`}>
              {account.disabled ? <Button>Открыть вход</Button> : <Button kind="danger">Закрыть вход</Button>}
            </PostButton>
          </Section>
        ) : null}
      </Columns>
    </>,
  );
};

const theAccount = (ctx: PageCtx, input: Input) => accountById(ctx.db, param(input, 'accountId'));

export const accountPage: Route = {
  method: 'GET',
  path: '/accounts/:accountId',
  who: accountKeepers,
  handle: async (ctx, input) => page(ctx, await theAccount(ctx, input)),
};

export const accountRoles: Route = {
  method: 'POST',
  path: '/accounts/:accountId/roles',
  who: accountKeepers,
  async handle(ctx, input) {
    const account = await theAccount(ctx, input);
    const read = readForm(rolesFields, input.form);
    if (!read.ok) return again(await page(ctx, account, { form: input.form, errors: read.errors }));
    if (mayGiveRoles(ctx.actor, account.roles, read.value.roles) !== true) {
      const refusal = 'Роли администратора, руководителя, психолога и соцпедагога раздаёт администратор.';
      return again(await page(ctx, account, { form: input.form, refusal }));
    }
    const outcome = await changeRoles(ctx, account.id, read.value.roles);
    if (!outcome.ok)
      return again(await page(ctx, account, { form: input.form, refusal: accountRefusals[outcome.reason] }));
    return goTo(`/accounts/${account.id}`, { toast: { text: 'Роли сохранены' } });
  },
};

export const accountPassword: Route = {
  method: 'POST',
  path: '/accounts/:accountId/password',
  who: accountKeepers,
  async handle(ctx, input) {
    const account = await theAccount(ctx, input);
    const read = readForm(passwordFields, input.form);
    if (!read.ok) return again(await page(ctx, account, { errors: read.errors }));
    await changePassword(ctx, account.id, read.value.password);
    return goTo(`/accounts/${account.id}`, { toast: { text: 'Пароль задан, прежние сеансы завершены' } });
  },
};

const switchRoute = (word: 'enable' | 'disable'): Route => ({
  method: 'POST',
  path: `/accounts/:accountId/${word}`,
  who: accountKeepers,
  async handle(ctx, input) {
    const account = await theAccount(ctx, input);
    const outcome = await switchAccount(ctx, account.id, word === 'enable');
    if (!outcome.ok) return again(await page(ctx, account, { refusal: accountRefusals[outcome.reason] }));
    return goTo(`/accounts/${account.id}`, { toast: { text: word === 'enable' ? 'Вход открыт' : 'Вход закрыт' } });
  },
});

export const enableAccount = switchRoute('enable');
export const disableAccount = switchRoute('disable');
