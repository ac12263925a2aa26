import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { riskKeepers } from '../access.ts';
import { changeRiskNorms } from '../close-flag.ts';
import { normFields } from '../fields.ts';
import { riskNorms } from '../norm-rows.ts';
import { normRefusals } from '../texts.ts';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = async (ctx: PageCtx, sent?: Sent) => {
  const { version, switchedOff, sendsItself, ...numbers } = await riskNorms(ctx.db);
  const form =
    sent?.form ??
    formOf({
      ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
      switchedOff,
      sendsItself: sendsItself ? 'yes' : '',
    });
  return screen(
    ctx,
    { title: 'Что считать риском' },
    <>
      <Heading
        title="Что считать риском"
        crumbs={[{ label: 'Пары под вопросом', href: '/risks' }, { label: 'Нормы' }]}
        lead={
          <>
            Нормы колледжа действуют со следующего просмотра пар. Сколько дней без встречи считать молчанием, сказано в{' '}
            <a href="/meetings/norms">сроках встреч</a>.
          </>
        }
      />
      <Form
        action="/risks/norms"
        version={version}
        errors={sent?.errors ?? {}}
        refusal={sent?.refusal}
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Записать нормы
            </Button>
            <LinkButton kind="quiet" href="/risks">
              Не записывать
            </LinkButton>
          </>
        }
      >
        <FormFields fields={normFields} form={form} errors={sent?.errors ?? {}} />
      </Form>
    </>,
  );
};

export const riskNormsPage: MemberRoute = {
  method: 'GET',
  path: '/risks/norms',
  who: riskKeepers,
  handle: (ctx) => page(ctx),
};

export const saveRiskNorms: MemberRoute = {
  method: 'POST',
  path: '/risks/norms',
  who: riskKeepers,
  async handle(ctx, { form }) {
    const read = readForm(normFields, form);
    if (!read.ok) return again(await page(ctx, { form, errors: read.errors }));
    const outcome = await changeRiskNorms(ctx, Number(sentValue(form, 'version')), read.value);
    if (!outcome.ok) return again(await page(ctx, { form, refusal: normRefusals[outcome.reason] }));
    return goTo('/risks', { toast: { text: 'Нормы записаны' } });
  },
};
