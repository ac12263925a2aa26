import type { RawForm } from '../../../platform/fields.ts';
import { readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PublicCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { screen } from '../../../ui/screen.tsx';
import { signInFields } from '../fields.ts';
import { Entrance } from './entrance.tsx';

const page = (ctx: PublicCtx, form: RawForm, back: string, errors: Readonly<Record<string, string>> = {}) =>
  screen(
    ctx,
    { title: 'Вход', frame: 'blank' },
    <Entrance ctx={ctx}>
      <h1>Вход</h1>
      <Form
        action="/sign-in"
        hidden={{ back }}
        errors={errors}
        actions={
          <Button kind="primary" size="l" wide busy="Входим…">
            Войти
          </Button>
        }
      >
        <FormFields fields={signInFields} form={form} errors={errors} />
      </Form>
      <p>
        <Icon name="qr-code" size={20} /> Есть листок с QR-кодом? Наведите камеру телефона или{' '}
        <a href="/enter">введите личный код</a>. Почта не нужна.
      </p>
      <p class="hint">Забыли пароль? Новый задаст куратор или администратор.</p>
    </Entrance>,
  );

/** Only paths of this site: an address of another site in `back` would be a trap. */
const safeBack = (back: string | null | undefined): string => (back && /^\/(?![/\\])/.test(back) ? back : '/');

export const signInPage: Route = {
  method: 'GET',
  path: '/sign-in',
  who: 'public',
  handle: (ctx, input) => page(ctx, input.form, safeBack(input.query.get('back'))),
};

export const signIn: Route = {
  method: 'POST',
  path: '/sign-in',
  who: 'public',
  async handle(ctx, input) {
    const back = safeBack(input.form.values.back?.[0]);
    const read = readForm(signInFields, input.form);
    if (!read.ok) return again(await page(ctx, input.form, back, read.errors));

    const outcome = await ctx.sessions.signIn(input.address, read.value.login, read.value.password);
    if (outcome.ok) return goTo(back, { cookies: outcome.cookies });
    const password =
      outcome.reason === 'too-many-attempts'
        ? 'Слишком много попыток подряд. Подождите минуту и попробуйте снова'
        : 'Логин и пароль не подошли. Проверьте раскладку и Caps Lock';
    return again(await page(ctx, input.form, back, { password }));
  },
};

export const signOut: Route = {
  method: 'POST',
  path: '/sign-out',
  who: 'public',
  async handle(ctx, input) {
    return goTo('/sign-in', { cookies: await ctx.sessions.signOut(input.request) });
  },
};
