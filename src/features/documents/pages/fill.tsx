import { formOf, type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Fieldset, TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { documentKeepers } from '../access.ts';
import { isDocumentKind } from '../document.ts';
import { fillDocument } from '../fill-document.ts';
import type { Document } from '../rows.ts';
import { textIn, writableFields } from '../template.ts';
import { starterTemplates } from '../templates/starters.ts';
import { numberRefusals } from '../texts.ts';
import { theDocument } from './files.ts';

const fieldsOf = (paper: Document) =>
  writableFields(found(isDocumentKind(paper.kind) ? starterTemplates[paper.kind] : undefined, 'template').fields);

const page = (ctx: PageCtx, paper: Document, form: RawForm, refusal?: string) =>
  screen(
    ctx,
    { title: 'Вписать в документ' },
    <>
      <Heading
        title="Вписать в документ"
        crumbs={[
          { label: 'Документы', href: '/documents' },
          { label: paper.title, href: `/documents/${paper.id}` },
          { label: 'Вписать' },
        ]}
        lead="Должности и полные имена пишите в именительном падеже: в нужный падеж их поставит система."
      />
      <Form
        action={`/documents/${paper.id}/fill`}
        version={paper.version}
        refusal={refusal}
        draft={`fill-${paper.id}`}
        actions={
          <>
            <Button kind="primary" busy="Печатаем…">
              Вписать
            </Button>
            <LinkButton kind="quiet" href={`/documents/${paper.id}`}>
              Не менять
            </LinkButton>
          </>
        }
      >
        <Texts
          legend="Пропуски"
          fields={fieldsOf(paper).filter(({ tag }) => textIn(paper.data, tag) === '')}
          form={form}
        />
        <Texts
          legend="Уже вписано"
          fields={fieldsOf(paper).filter(({ tag }) => textIn(paper.data, tag) !== '')}
          form={form}
        />
      </Form>
    </>,
  );

const Texts = ({
  legend,
  fields,
  form,
}: {
  readonly legend: string;
  readonly fields: ReturnType<typeof fieldsOf>;
  readonly form: RawForm;
}) =>
  fields.length === 0 ? null : (
    <Fieldset legend={legend}>
      {fields.map(({ tag, label }) => (
        <TextField name={tag} label={label} value={sentValue(form, tag)} optional maxlength={500} />
      ))}
    </Fieldset>
  );

export const fillPage: MemberRoute = {
  method: 'GET',
  path: '/documents/:documentId/fill',
  who: documentKeepers,
  async handle(ctx, input) {
    const paper = await theDocument(ctx, input);
    const texts = Object.fromEntries(fieldsOf(paper).map(({ tag }) => [tag, textIn(paper.data, tag)]));
    return page(ctx, paper, formOf(texts));
  },
};

export const fillThis: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/fill',
  who: documentKeepers,
  async handle(ctx, input) {
    const paper = await theDocument(ctx, input);
    const sent = fieldsOf(paper).filter(({ tag }) => tag in input.form.values);
    const outcome = await fillDocument(ctx, {
      documentId: paper.id,
      version: Number(sentValue(input.form, 'version')) || 0,
      values: Object.fromEntries(sent.map(({ tag }) => [tag, sentValue(input.form, tag).slice(0, 500)])),
    });
    if (!outcome.ok) return again(await page(ctx, paper, input.form, numberRefusals[outcome.reason]));
    return goTo(`/documents/${paper.id}`, { toast: { text: 'Вписано в документ' } });
  },
};
