import { demand } from '../../../kernel/actor.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { consentKeepers, maySetConsents } from '../access.ts';
import { changeSettings } from '../change-settings.ts';
import { settingFields } from '../fields.ts';
import { consentSettings } from '../setting-rows.ts';

const settingsScreen = async (ctx: PageCtx, form: RawForm, errors: FormErrors = {}, refusal?: string) => {
  demand(maySetConsents(ctx.actor));
  return screen(
    ctx,
    { title: 'Настройки согласий' },
    <>
      <Heading
        title="Настройки согласий"
        crumbs={[{ label: 'Согласия', href: '/consents' }, { label: 'Настройки' }]}
        lead="Это печатается во всех бланках. Пустое остаётся строкой, которую заполняют от руки."
        actions={
          <LinkButton icon="archive" href="/consents/retention">
            Сроки хранения
          </LinkButton>
        }
      />
      <Form
        action="/consents/settings"
        errors={errors}
        refusal={refusal}
        actions={<Button kind="primary">Сохранить</Button>}
      >
        <FormFields fields={settingFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const settingsPage: MemberRoute = {
  method: 'GET',
  path: '/consents/settings',
  who: consentKeepers,
  async handle(ctx) {
    const { electronic, version, ...words } = await consentSettings(ctx.db);
    return settingsScreen(ctx, formOf({ ...words, electronic: electronic ? 'yes' : '', version: String(version) }));
  },
};

export const saveConsentSettings: MemberRoute = {
  method: 'POST',
  path: '/consents/settings',
  who: consentKeepers,
  async handle(ctx, { form }) {
    demand(maySetConsents(ctx.actor));
    const read = readForm(settingFields, form);
    if (!read.ok) return again(await settingsScreen(ctx, form, read.errors));
    const outcome = await changeSettings(ctx, read.value);
    if (!outcome.ok) {
      const { version } = await consentSettings(ctx.db);
      const now = { ...form, values: { ...form.values, version: [String(version)] } };
      const words = 'Пока вы писали, настройки сохранил кто-то другой. Проверьте их и сохраните ещё раз.';
      return again(await settingsScreen(ctx, now, {}, words));
    }
    return goTo('/consents/settings', { toast: { text: 'Настройки сохранены' } });
  },
};
