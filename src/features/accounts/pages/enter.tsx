import { emptyForm, type RawForm, readForm } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { PublicCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { screen } from '../../../ui/screen.tsx';
import { codeFields } from '../fields.ts';
import { accountRefusals } from '../texts.ts';
import { readLink, useLink } from '../use-link.ts';
import { Entrance } from './entrance.tsx';

const mayTry = limitAttempts({ most: 10, seconds: 60 });

const codePage = (ctx: PublicCtx, form: RawForm, errors: Readonly<Record<string, string>> = {}) =>
  screen(
    ctx,
    { title: 'Вход по личному коду', frame: 'blank' },
    <Entrance ctx={ctx}>
      <h1>Вход по личному коду</h1>
      <Form
        action="/enter"
        errors={errors}
        actions={
          <Button kind="primary" size="l" wide busy="Входим…">
            Войти
          </Button>
        }
      >
        <FormFields fields={codeFields} form={form} errors={errors} />
      </Form>
      <p>
        Есть логин и пароль? <a href="/sign-in">Войти по паролю</a>
      </p>
    </Entrance>,
  );

const linkPage = (ctx: PublicCtx, title: string, body: { words: string; token?: string }) =>
  screen(
    ctx,
    { title, frame: 'blank' },
    <Entrance ctx={ctx}>
      <h1>{title}</h1>
      <p>{body.words}</p>
      {body.token === undefined ? (
        <LinkButton href="/sign-in">Войти по паролю</LinkButton>
      ) : (
        <Form
          action={`/enter/${body.token}`}
          actions={
            <Button kind="primary" size="l" wide busy="Входим…">
              Войти
            </Button>
          }
        />
      )}
    </Entrance>,
  );

export const enterCodePage: Route = {
  method: 'GET',
  path: '/enter',
  who: 'public',
  handle: (ctx) => codePage(ctx, emptyForm),
};

export const enterByCode: Route = {
  method: 'POST',
  path: '/enter',
  who: 'public',
  async handle(ctx, input) {
    if (!mayTry(input.address))
      return again(await codePage(ctx, input.form, { code: 'Слишком много попыток. Подождите минуту' }));
    const read = readForm(codeFields, input.form);
    if (!read.ok) return again(await codePage(ctx, input.form, read.errors));

    const outcome = await useLink(ctx.system, { code: read.value.code });
    if (!outcome.ok) {
      const code =
        outcome.reason === 'link-used'
          ? 'Такого кода нет, или по нему уже вошли. Проверьте знаки или попросите новый'
          : accountRefusals[outcome.reason];
      return again(await codePage(ctx, input.form, { code }));
    }
    return goTo('/', { cookies: await ctx.sessions.open(outcome.value.userId) });
  },
};

export const enterPage: Route = {
  method: 'GET',
  path: '/enter/:token',
  who: 'public',
  async handle(ctx, input) {
    const token = param(input, 'token');
    const outcome = await readLink(ctx.system, { token });
    return outcome.ok
      ? linkPage(ctx, 'Здравствуйте!', {
          words: `${outcome.value.name}, нажмите кнопку — и вы в системе. Ссылка действует один раз.`,
          token,
        })
      : linkPage(ctx, 'Ссылка не действует', { words: accountRefusals[outcome.reason] });
  },
};

export const enterByLink: Route = {
  method: 'POST',
  path: '/enter/:token',
  who: 'public',
  async handle(ctx, input) {
    const outcome = await useLink(ctx.system, { token: param(input, 'token') });
    if (!outcome.ok)
      return again(await linkPage(ctx, 'Ссылка не действует', { words: accountRefusals[outcome.reason] }));
    return goTo('/', { cookies: await ctx.sessions.open(outcome.value.userId) });
  },
};
