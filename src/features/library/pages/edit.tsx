import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { type CheckedUpload, checkUpload } from '../../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../../platform/files/texts.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { libraryKeepers } from '../access.ts';
import { materialFields } from '../fields.ts';
import { addMaterial, changeMaterial, materialFamilies } from '../keep-material.ts';
import type { Material } from '../material.ts';
import { materialRefusals } from '../texts.ts';
import { formOptions } from './forms.ts';
import { theMaterial } from './material.tsx';

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = async (ctx: PageCtx, material: Material | undefined, { form, errors = {}, refusal }: Shown) => {
  const fields = materialFields(await formOptions(ctx.db));
  const title = material?.title ?? 'Новый материал';
  const here = material ? `/library/${material.id}` : '/library';
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={[
          { label: 'Библиотека', href: '/library' },
          ...(material ? [{ label: title, href: here }] : []),
          { label: material ? 'Правка' : title },
        ]}
      />
      <Form
        action={material ? `${here}/edit` : '/library/new'}
        files
        version={material?.version}
        errors={errors}
        refusal={refusal}
        draft={material ? `material-${material.id}` : 'material-new'}
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Записать материал
            </Button>
            <LinkButton kind="quiet" href={here}>
              Не записывать
            </LinkButton>
          </>
        }
      >
        <FormFields fields={fields} form={form} errors={errors} />
        <FileField
          name="file"
          label={material?.fileName ? `Файл вместо «${material.fileName}»` : 'Файл'}
          optional
          hint="PDF, Word, Excel или картинка, до 25 МБ"
          invite="Перетащите файл или выберите его"
          accept=".pdf,.docx,.odt,.xlsx,.jpg,.jpeg,.png"
          error={errors.file}
        />
      </Form>
    </>,
  );
};

type Uploaded = { readonly ok: true; readonly file?: CheckedUpload } | { readonly ok: false; readonly error: string };

const uploadIn = async (form: RawForm): Promise<Uploaded> => {
  const [sent] = form.files.file ?? [];
  if (!sent || sent.size === 0) return { ok: true };
  const checked = await checkUpload(
    { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) },
    materialFamilies,
  );
  return checked.ok ? { ok: true, file: checked.value } : { ok: false, error: uploadRefusalText(checked) };
};

/** Reads fields and file together, so that every mistake is told at once. */
const readMaterial = async (ctx: PageCtx, form: RawForm) => {
  const read = readForm(materialFields(await formOptions(ctx.db)), form);
  const upload = await uploadIn(form);
  const errors = { ...(read.ok ? {} : read.errors), ...(upload.ok ? {} : { file: upload.error }) };
  return read.ok && upload.ok
    ? ({ ok: true, input: read.value, file: upload.file } as const)
    : ({ ok: false, errors } as const);
};

export const newMaterialPage: MemberRoute = {
  method: 'GET',
  path: '/library/new',
  who: libraryKeepers,
  handle: (ctx) => page(ctx, undefined, { form: formOf({ readers: ['mentor'], moment: 'work' }) }),
};

export const createMaterial: MemberRoute = {
  method: 'POST',
  path: '/library/new',
  who: libraryKeepers,
  async handle(ctx, { form }) {
    const read = await readMaterial(ctx, form);
    if (!read.ok) return again(await page(ctx, undefined, { form, errors: read.errors }));
    const outcome = await addMaterial(ctx, read.input, read.file);
    if (!outcome.ok) return again(await page(ctx, undefined, { form, refusal: materialRefusals[outcome.reason] }));
    return goTo(`/library/${outcome.value}`, { toast: { text: 'Материал внесён' } });
  },
};

export const editMaterialPage: MemberRoute = {
  method: 'GET',
  path: '/library/:materialId/edit',
  who: libraryKeepers,
  async handle(ctx, input) {
    const material = await theMaterial(ctx, input);
    const { title, summary, readers, moment, forms, body, link } = material;
    return page(ctx, material, { form: formOf({ title, summary, readers, moment, forms, body, link }) });
  },
};

export const saveMaterial: MemberRoute = {
  method: 'POST',
  path: '/library/:materialId/edit',
  who: libraryKeepers,
  async handle(ctx, input) {
    const material = await theMaterial(ctx, input);
    const { form } = input;
    const read = await readMaterial(ctx, form);
    if (!read.ok) return again(await page(ctx, material, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await changeMaterial(ctx, { materialId: material.id, version, input: read.input, file: read.file });
    if (!outcome.ok) return again(await page(ctx, material, { form, refusal: materialRefusals[outcome.reason] }));
    return goTo(`/library/${material.id}`, { toast: { text: 'Материал записан' } });
  },
};
