import { Failure } from '../../../kernel/failure.ts';
import { filterLabels } from '../../../kernel/russian/wording.ts';
import type { TemplateReport } from '../../../platform/docx/inspect-template.ts';
import { sentValue } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { renderDocxAside } from '../../../platform/pdf/render-docx-aside.ts';
import { fileById } from '../../../platform/storage.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Checkbox, FileField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { momentWords } from '../../college/moments.ts';
import { documentKeepers } from '../access.ts';
import { type DocumentKind, documentKinds, isDocumentKind } from '../document.ts';
import { docxType } from '../print-paper.ts';
import { exampleData, type Field } from '../template.ts';
import { type OwnTemplate, templateById, templateInUse, templatesOf } from '../template-rows.ts';
import { starterTemplates } from '../templates/starters.ts';
import { kindNames, templateProblemText } from '../texts.ts';
import { returnToStarter, uploadTemplate } from '../upload-template.ts';
import { StaleActs } from './stale-acts.tsx';
import { Versions } from './template-versions.tsx';

export const templatesPage: MemberRoute = {
  method: 'GET',
  path: '/documents/templates',
  who: documentKeepers,
  async handle(ctx) {
    const own = await templatesOf(ctx.db);
    const moment = await momentWords(ctx.db);
    const inUse = (kind: DocumentKind) => own.find((one) => one.kind === kind && one.retiredAt === null);
    return screen(
      ctx,
      { title: 'Шаблоны документов' },
      <>
        <Heading
          title="Шаблоны документов"
          crumbs={[{ label: 'Документы', href: '/documents' }, { label: 'Шаблоны' }]}
          lead="Документы печатаются по стандартному шаблону, пока вы не загрузите свой файл Word."
        />
        <StaleActs ctx={ctx} />
        <Table
          caption="Шаблоны по видам документов"
          columns={[
            {
              key: 'kind',
              label: 'Документ',
              head: true,
              cell: (kind: DocumentKind) => <a href={`/documents/templates/${kind}`}>{kindNames[kind]}</a>,
            },
            { key: 'template', label: 'Печатается по шаблону', cell: (kind) => nameOf(inUse(kind), moment) },
          ]}
          rows={documentKinds}
        />
      </>,
    );
  },
};

const nameOf = (own: OwnTemplate | undefined, moment: (at: Date) => string): string =>
  own ? `колледжа, редакция ${own.version}, загружен ${moment(own.createdAt)}` : 'стандартному';

const kindIn = (input: Input): DocumentKind => {
  const kind = param(input, 'kind');
  if (!isDocumentKind(kind)) throw new Failure('not-found', 'kind of papers');
  return kind;
};

const page = async (ctx: PageCtx, kind: DocumentKind, wrong?: { report?: TemplateReport; error?: string }) => {
  const versions = await templatesOf(ctx.db, kind);
  const moment = await momentWords(ctx.db);
  const here = `/documents/templates/${kind}`;
  const inUse = versions.find(({ retiredAt }) => retiredAt === null);
  return screen(
    ctx,
    { title: kindNames[kind] },
    <>
      <Heading
        title={kindNames[kind]}
        crumbs={[
          { label: 'Документы', href: '/documents' },
          { label: 'Шаблоны', href: '/documents/templates' },
          { label: kindNames[kind] },
        ]}
        lead={`Печатается по шаблону: ${nameOf(inUse, moment)}.`}
        actions={
          <>
            <LinkButton icon="eye" href={`${here}/example`} download>
              Образец с примером
            </LinkButton>
            <LinkButton icon="download" href={`${here}/starter`} download>
              Стандартный шаблон
            </LinkButton>
          </>
        }
      />
      <StaleActs ctx={ctx} kind={kind} />
      {wrong?.report ? <Problems report={wrong.report} /> : null}
      <Section title="Свой шаблон">
        <p>
          Скачайте стандартный шаблон, поправьте его в Word и загрузите. Слова в фигурных скобках система заменит
          данными, проверка назовёт поля, которых нет.
        </p>
        <Form
          action={here}
          files
          errors={wrong?.error ? { template: wrong.error } : undefined}
          actions={
            <Button kind="primary" icon="upload" busy="Проверяем…">
              Загрузить шаблон
            </Button>
          }
        >
          <FileField
            name="template"
            label="Файл Word"
            hint="DOCX без макросов, до 25 МБ"
            invite="Перетащите файл или выберите его"
            accept=".docx"
            error={wrong?.error}
          />
          {wrong?.report?.usable ? (
            <Checkbox
              name="withBlanks"
              value="yes"
              label="Принять с неизвестными полями"
              hint="На их месте останутся пустые строки, чтобы вписать от руки"
            />
          ) : null}
        </Form>
        {inUse ? (
          <PostButton action={`${here}/starter`}>
            <Button kind="quiet" icon="undo-2">
              Вернуться к стандартному
            </Button>
          </PostButton>
        ) : null}
      </Section>
      {versions.length > 0 ? (
        <Section title="Редакции колледжа" count={versions.length}>
          <Versions versions={versions} inUse={inUse} moment={moment} />
        </Section>
      ) : null}
      <Section title="Поля шаблона">
        <Fields fields={starterTemplates[kind].fields} />
      </Section>
      <Section title="Формы слов">
        <p>После поля можно поставить черту и форму, например «{'{куратор.ФИО|вин}'}».</p>
        <ul class="plain-list">
          {Object.entries(filterLabels).map(([name, label]) => (
            <li>
              <code>|{name}</code> — {label}
            </li>
          ))}
        </ul>
      </Section>
    </>,
  );
};

const Problems = ({ report }: { readonly report: TemplateReport }) => (
  <Note kind="bad" strong title="Шаблон не принят">
    <ul>
      {report.problems.slice(0, 30).map((problem) => (
        <li>{templateProblemText(problem)}</li>
      ))}
    </ul>
  </Note>
);

interface FieldRow {
  readonly tag: string;
  readonly label: string;
  readonly example: string;
}

const rowsOf = (fields: readonly Field[]): FieldRow[] =>
  fields.flatMap((field) =>
    'rows' in field
      ? [
          { tag: `{#${field.tag}} … {/${field.tag}}`, label: `${field.label}: повтор для каждой строки`, example: '' },
          ...rowsOf(field.rows).map((row) => ({ ...row, label: `— ${row.label}` })),
        ]
      : [
          typeof field.example === 'boolean'
            ? { tag: `{#есть ${field.tag}} … {/есть ${field.tag}}`, label: field.label, example: 'да или нет' }
            : { tag: `{${field.tag}}`, label: field.label, example: field.example },
        ],
  );

const Fields = ({ fields }: { readonly fields: readonly Field[] }) => (
  <Table
    caption="Поля шаблона"
    columns={[
      { key: 'tag', label: 'В шаблоне', head: true, cell: (row: FieldRow) => <code>{row.tag}</code> },
      { key: 'label', label: 'Что это', cell: (row) => row.label },
      { key: 'example', label: 'Пример', secondary: true, cell: (row) => row.example || '—' },
    ]}
    rows={rowsOf(fields)}
  />
);

export const templatePage: MemberRoute = {
  method: 'GET',
  path: '/documents/templates/:kind',
  who: documentKeepers,
  handle: async (ctx, input) => page(ctx, kindIn(input)),
};

export const uploadThisTemplate: MemberRoute = {
  method: 'POST',
  path: '/documents/templates/:kind',
  who: documentKeepers,
  async handle(ctx, input) {
    const kind = kindIn(input);
    const [file] = input.form.files.template ?? [];
    if (!file) return again(await page(ctx, kind, { error: 'Выберите файл шаблона' }));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const withBlanks = sentValue(input.form, 'withBlanks') === 'yes';
    const answer = await uploadTemplate(ctx, { kind, name: file.name, bytes, withBlanks });
    if (!answer.ok) return again(await page(ctx, kind, { report: answer.report }));
    return goTo(`/documents/templates/${kind}`, { toast: { text: `Шаблон принят, редакция ${answer.value}` } });
  },
};

export const backToStarter: MemberRoute = {
  method: 'POST',
  path: '/documents/templates/:kind/starter',
  who: documentKeepers,
  async handle(ctx, input) {
    const kind = kindIn(input);
    await returnToStarter(ctx, kind);
    return goTo(`/documents/templates/${kind}`, { toast: { text: 'Снова стандартный шаблон' } });
  },
};

export const starterFile: MemberRoute = {
  method: 'GET',
  path: '/documents/templates/:kind/starter',
  who: documentKeepers,
  async handle(_, input) {
    const kind = kindIn(input);
    return download(new Uint8Array(starterTemplates[kind].build()), `${kindNames[kind]}, шаблон.docx`, docxType);
  },
};

export const exampleFile: MemberRoute = {
  method: 'GET',
  path: '/documents/templates/:kind/example',
  who: documentKeepers,
  async handle(ctx, input) {
    const kind = kindIn(input);
    const own = await templateInUse(ctx.db, kind);
    const template = own ? await bytesOf(ctx, own) : starterTemplates[kind].build();
    const docx = await renderDocxAside(template, { data: exampleData(starterTemplates[kind].fields) });
    return download(new Uint8Array(docx), `${kindNames[kind]}, пример.docx`, docxType);
  },
};

const bytesOf = async (ctx: PageCtx, own: OwnTemplate): Promise<Uint8Array> => {
  const file = await fileById(ctx.db, own.fileId);
  return new Uint8Array(await ctx.store.read(ctx.actor.college, file.sha256));
};

export const versionFile: MemberRoute = {
  method: 'GET',
  path: '/documents/templates/versions/:templateId',
  who: documentKeepers,
  async handle(ctx, input) {
    const own = found(await templateById(ctx.db, param(input, 'templateId')), 'template');
    return download(new Uint8Array(await bytesOf(ctx, own)), own.fileName, docxType);
  },
};
