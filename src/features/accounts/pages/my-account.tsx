import { roles as everybody } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { changePassword } from '../change-account.ts';
import { passwordFields } from '../fields.ts';
import { accountById } from '../rows.ts';
import { roleNames } from '../texts.ts';

const page = async (ctx: PageCtx, errors: FormErrors = {}) => {
  const account = await accountById(ctx.db, ctx.actor.accountId);
  return screen(
    ctx,
    { title: 'Моя учётная запись' },
    <>
      <Heading title="Моя учётная запись" lead="Под этим именем вас видят в журнале и документах." />
      <DefinitionList
        terms={[
          { label: 'Имя', value: account.name },
          { label: 'Логин', value: account.login },
          { label: 'Роли', value: account.roles.map((role) => roleNames[role]).join(', ') },
        ]}
      />
      {ctx.messengers.length > 0 && ctx.actor.personId !== null ? (
        <Section title="Куда мне писать">
          <p>
            Напоминания и письмо на неделю могут приходить в мессенджер вместо почты.{' '}
            <a href="/my-account/messengers">Выбрать, куда писать</a>
          </p>
        </Section>
      ) : null}
      <Section title="Пароль">
        <Form
          action="/my-account/password"
          errors={errors}
          actions={
            <Button kind="primary" busy="Записываем…">
              Задать пароль
            </Button>
          }
        >
          <FormFields fields={passwordFields} form={emptyForm} errors={errors} />
        </Form>
      </Section>
    </>,
  );
};

export const myAccountPage: Route = { method: 'GET', path: '/my-account', who: everybody, handle: (ctx) => page(ctx) };

export const myPassword: Route = {
  method: 'POST',
  path: '/my-account/password',
  who: everybody,
  async handle(ctx, input) {
    const read = readForm(passwordFields, input.form);
    if (!read.ok) return again(await page(ctx, read.errors));
    await changePassword(ctx, ctx.actor.accountId, read.value.password);
    const account = await accountById(ctx.db, ctx.actor.accountId);
    // All sessions have ended with the old password; this one goes on in a new session.
    return goTo('/my-account', {
      toast: { text: 'Пароль задан, сеансы на других устройствах завершены' },
      cookies: await ctx.sessions.open(account.userId),
    });
  },
};
