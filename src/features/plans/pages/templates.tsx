import { demand } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import {
  emptyForm,
  type FormErrors,
  formOf,
  type RawForm,
  readForm,
  sentValue,
  type ValuesOf,
} from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { mayKeepTemplates, templateKeepers } from '../access.ts';
import { templateFields } from '../fields.ts';
import { addTemplate, changeTemplate, installTemplates, switchTemplate } from '../save-template.ts';
import type { PlanTemplate, TemplateInput } from '../template.ts';
import { allTemplates, templateById } from '../template-rows.ts';

const crumbs = [
  { label: 'Планы пар', href: '/plans' },
  { label: 'Шаблоны', href: '/plans/templates' },
];

const InstallButton = ({ primary }: { readonly primary: boolean }) => (
  <PostButton action="/plans/templates/install">
    <Button kind={primary ? 'primary' : 'secondary'} icon="download">
      Взять типовые шаблоны
    </Button>
  </PostButton>
);

export const templatesPage: MemberRoute = {
  method: 'GET',
  path: '/plans/templates',
  who: templateKeepers,
  async handle(ctx) {
    demand(mayKeepTemplates(ctx.actor));
    const templates = await allTemplates(ctx.db);
    const names = new Map(
      [...(await normsOf(ctx.db, 'form')), ...(await normsOf(ctx.db, 'variant'))].map(({ code, label }) => [
        code,
        label,
      ]),
    );
    return screen(
      ctx,
      { title: 'Шаблоны планов' },
      <>
        <Heading
          title="Шаблоны планов"
          crumbs={[{ label: 'Планы пар', href: '/plans' }, { label: 'Шаблоны' }]}
          lead="С шаблона наставник начинает план пары. Готовые планы от правки шаблона не меняются."
          actions={
            templates.length > 0 ? (
              <>
                <InstallButton primary={false} />
                <LinkButton kind="primary" href="/plans/templates/new" icon="plus">
                  Новый шаблон
                </LinkButton>
              </>
            ) : undefined
          }
        />
        <Table
          caption="Шаблоны планов"
          rows={templates}
          columns={[
            {
              key: 'title',
              label: 'Шаблон',
              head: true,
              cell: (row) => <a href={`/plans/templates/${row.id}`}>{row.title}</a>,
            },
            { key: 'form', label: 'Форма', cell: ({ form }) => names.get(form) ?? form },
            { key: 'variant', label: 'Вариант ролей', cell: ({ variant }) => names.get(variant) ?? 'любой' },
            {
              key: 'tasks',
              label: 'Задачи',
              cell: ({ tasks }) => counted(tasks.length, 'задача', 'задачи', 'задач'),
            },
            {
              key: 'state',
              label: 'Состояние',
              cell: ({ retiredOn }) => (retiredOn ? <Badge tone="mute">убран из выбора</Badge> : 'в выборе'),
            },
          ]}
          empty={
            <Empty icon="files" title="Шаблонов ещё нет" action={<InstallButton primary />}>
              Возьмите типовые по формам и вариантам ролей и поправьте под колледж. Или{' '}
              <a href="/plans/templates/new">напишите свой</a>.
            </Empty>
          }
        />
      </>,
    );
  },
};

export const installTheseTemplates: MemberRoute = {
  method: 'POST',
  path: '/plans/templates/install',
  who: templateKeepers,
  async handle(ctx) {
    const { value: added } = await installTemplates(ctx);
    const text =
      added > 0 ? `Добавлено: ${counted(added, 'шаблон', 'шаблона', 'шаблонов')}` : 'Все типовые шаблоны уже есть';
    return goTo('/plans/templates', { toast: { text } });
  },
};

interface Sent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const fieldsFor = async (ctx: PageCtx) =>
  templateFields(await normsOf(ctx.db, 'form'), await normsOf(ctx.db, 'variant'));

const linesOf = ({ tasks }: PlanTemplate, part: 1 | 2 | 3): string =>
  tasks
    .filter((task) => task.part === part)
    .map(({ title, expected }) => [title, expected].filter(Boolean).join(' | '))
    .join('\n');

const storedIn = (template: PlanTemplate): RawForm => {
  const { title, form, variant, goals, formats } = template;
  const tasks = { begin: linesOf(template, 1), work: linesOf(template, 2), end: linesOf(template, 3) };
  return formOf({ title, form, variant, goals, formats, ...tasks });
};

const inputOf = (read: ValuesOf<ReturnType<typeof templateFields>>): TemplateInput => {
  const { begin, work, end, ...rest } = read;
  return { ...rest, tasks: [...begin, ...work, ...end] };
};

const templateScreen = async (
  ctx: PageCtx,
  template: PlanTemplate | undefined,
  { form, errors, refusal }: Sent = {},
) => {
  demand(mayKeepTemplates(ctx.actor));
  const title = template ? template.title : 'Новый шаблон плана';
  const address = `/plans/templates/${template?.id ?? 'new'}`;
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={[...crumbs, { label: title }]}
        lead="Задачи разложатся по периоду пары: начало, середина и конец."
      />
      <Form
        action={address}
        version={template?.version}
        errors={errors}
        refusal={refusal}
        draft={`plan-template-${template?.id ?? 'new'}`}
        actions={<Button kind="primary">Сохранить шаблон</Button>}
      >
        <FormFields
          fields={await fieldsFor(ctx)}
          form={form ?? (template ? storedIn(template) : emptyForm)}
          errors={errors}
        />
      </Form>
      {template ? (
        <Section title={template.retiredOn ? 'Шаблон убран из выбора' : 'Шаблон больше не нужен?'}>
          <PostButton action={`${address}/switch`}>
            <Button>{template.retiredOn ? 'Вернуть в выбор' : 'Убрать из выбора'}</Button>
          </PostButton>
        </Section>
      ) : null}
    </>,
  );
};

export const newTemplatePage: MemberRoute = {
  method: 'GET',
  path: '/plans/templates/new',
  who: templateKeepers,
  handle: (ctx) => templateScreen(ctx, undefined),
};

export const newTemplate: MemberRoute = {
  method: 'POST',
  path: '/plans/templates/new',
  who: templateKeepers,
  async handle(ctx, { form }) {
    const read = readForm(await fieldsFor(ctx), form);
    if (!read.ok) return again(await templateScreen(ctx, undefined, { form, errors: read.errors }));
    await addTemplate(ctx, inputOf(read.value));
    return goTo('/plans/templates', { toast: { text: 'Шаблон добавлен' } });
  },
};

export const templatePage: MemberRoute = {
  method: 'GET',
  path: '/plans/templates/:planTemplateId',
  who: templateKeepers,
  handle: async (ctx, input) =>
    templateScreen(ctx, found(await templateById(ctx.db, param(input, 'planTemplateId')), 'plan template')),
};

export const saveThisTemplate: MemberRoute = {
  method: 'POST',
  path: '/plans/templates/:planTemplateId',
  who: templateKeepers,
  async handle(ctx, input) {
    const { form } = input;
    const template = found(await templateById(ctx.db, param(input, 'planTemplateId')), 'plan template');
    const read = readForm(await fieldsFor(ctx), form);
    if (!read.ok) return again(await templateScreen(ctx, template, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version')) || 0;
    const outcome = await changeTemplate(ctx, template.id, { ...inputOf(read.value), version });
    if (outcome.ok) return goTo('/plans/templates', { toast: { text: 'Шаблон сохранён' } });
    const refusal =
      'Пока вы писали, шаблон изменил другой человек. Ваш текст на месте: проверьте его и сохраните ещё раз.';
    return again(await templateScreen(ctx, template, { form, refusal }));
  },
};

export const switchThisTemplate: MemberRoute = {
  method: 'POST',
  path: '/plans/templates/:planTemplateId/switch',
  who: templateKeepers,
  async handle(ctx, input) {
    const { value } = await switchTemplate(ctx, param(input, 'planTemplateId'));
    const text = value === 'retired' ? 'Шаблон убран из выбора' : 'Шаблон снова в выборе';
    return goTo('/plans/templates', { toast: { text } });
  },
};
