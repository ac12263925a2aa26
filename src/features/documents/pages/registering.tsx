import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { type CheckedUpload, checkUpload } from '../../../platform/files/check-upload.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { documentRegistrars, mayRegister } from '../access.ts';
import { documentScans } from '../attach-scan.ts';
import { isPaperKind } from '../document.ts';
import { registerFields } from '../fields.ts';
import { registerDocument } from '../register-document.ts';
import { paperNames, registerRefusals, scanFileText } from '../texts.ts';

const fieldsFor = (ctx: PageCtx) => registerFields((kind) => mayRegister(ctx.actor, kind) === true);

const page = (ctx: PageCtx, form: RawForm, errors: FormErrors = {}) =>
  screen(
    ctx,
    { title: 'Внести документ' },
    <>
      <Heading
        title="Внести документ"
        crumbs={[{ label: 'Документы', href: '/documents' }, { label: 'Внести документ' }]}
        lead="Для документов, которые уже есть: подписаны до системы, пришли со стороны или опубликованы."
      />
      <Form
        action="/documents/register"
        files
        errors={errors}
        draft="register-document"
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Внести в реестр
            </Button>
            <LinkButton kind="quiet" href="/documents">
              Не вносить
            </LinkButton>
          </>
        }
      >
        <FormFields fields={fieldsFor(ctx)} form={form} errors={errors} />
        <ScanField error={errors.scan} />
      </Form>
    </>,
  );

/** Where a scan is dropped. */
export const ScanField = ({ error, required }: { readonly error: string | undefined; readonly required?: boolean }) => (
  <FileField
    name="scan"
    label="Скан подписанного экземпляра"
    optional={!required}
    hint="PDF, JPEG или PNG, до 25 МБ"
    invite="Перетащите скан или выберите файл"
    accept=".pdf,.jpg,.jpeg,.png"
    icon="scan-line"
    error={error}
  />
);

export type SentScan = { readonly scan?: CheckedUpload } | { readonly error: string };

/** The scan that a form brought, checked; nothing when none was chosen. */
export const sentScan = async (form: RawForm): Promise<SentScan> => {
  const [file] = form.files.scan ?? [];
  if (!file) return {};
  const checked = await checkUpload(
    { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    documentScans,
  );
  return checked.ok ? { scan: checked.value } : { error: scanFileText(checked) };
};

export const registeringPage: MemberRoute = {
  method: 'GET',
  path: '/documents/register',
  who: documentRegistrars,
  async handle(ctx, input) {
    const kind = input.query.get('kind') ?? '';
    return page(ctx, isPaperKind(kind) ? formOf({ kind, title: paperNames[kind] }) : formOf({}));
  },
};

export const registerThis: MemberRoute = {
  method: 'POST',
  path: '/documents/register',
  who: documentRegistrars,
  async handle(ctx, input) {
    const read = readForm(fieldsFor(ctx), input.form);
    const scan = await sentScan(input.form);
    const wrongScan = 'error' in scan ? { scan: scan.error } : {};
    if (!read.ok) return again(await page(ctx, input.form, { ...read.errors, ...wrongScan }));
    if ('error' in scan) return again(await page(ctx, input.form, wrongScan));
    const outcome = await registerDocument(ctx, { ...read.value, scan: scan.scan });
    if (!outcome.ok) {
      const { field, text } = registerRefusals[outcome.reason];
      return again(await page(ctx, input.form, { [field]: text }));
    }
    return goTo(`/documents/${outcome.value}`, { toast: { text: 'Документ внесён в реестр' } });
  },
};
