import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normKeepers } from '../access.ts';
import { changeMeetingNorms } from '../change-norms.ts';
import { normFields } from '../fields.ts';
import { meetingNorms } from '../norm-rows.ts';
import { normRefusals } from '../texts.ts';

const path = '/meetings/norms';

const normsScreen = async (
  ctx: PageCtx,
  sent?: { readonly form: RawForm; readonly errors?: FormErrors; readonly refusal?: string },
) => {
  const { version, ...norms } = await meetingNorms(ctx.db);
  const kept = formOf(Object.fromEntries(Object.entries(norms).map(([name, value]) => [name, String(value)])));
  return screen(
    ctx,
    { title: 'Сроки встреч' },
    <>
      <Heading
        title="Сроки встреч"
        crumbs={[{ label: 'Встречи', href: '/meetings' }, { label: 'Сроки' }]}
        lead="Методика называет встречи и их порядок, а дни выбирает колледж. По ним видно, какие пары отстают."
      />
      <Form
        action={path}
        version={version}
        errors={sent?.errors}
        refusal={sent?.refusal}
        actions={
          <Button kind="primary" busy="Записываем…">
            Сохранить
          </Button>
        }
      >
        <FormFields fields={normFields} form={sent?.form ?? kept} errors={sent?.errors} />
      </Form>
    </>,
  );
};

export const normsPage: MemberRoute = { method: 'GET', path, who: normKeepers, handle: (ctx) => normsScreen(ctx) };

export const saveNorms: MemberRoute = {
  method: 'POST',
  path,
  who: normKeepers,
  async handle(ctx, { form }) {
    const read = readForm(normFields, form);
    if (!read.ok) return again(await normsScreen(ctx, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version')) || 0;
    const outcome = await changeMeetingNorms(ctx, { version, ...read.value });
    if (!outcome.ok) return again(await normsScreen(ctx, { form, refusal: normRefusals[outcome.reason] }));
    return goTo('/meetings', { toast: { text: 'Сроки встреч сохранены' } });
  },
};
