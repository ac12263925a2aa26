import { counted } from '../../../kernel/russian/plural.ts';
import { emptyForm, formOf } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { ScanField } from '../../documents/pages/registering.tsx';
import { approveFields, moduleFields } from '../fields.ts';
import type { Programme } from '../programme.ts';
import { modulesOf } from '../programme-rows.ts';
import type { Sent } from './the-programme.ts';

const of = (sent: Sent | undefined, part: Sent['part']) => (sent?.part === part ? sent : undefined);

/** Modules with their hours; those of a draft may be added and taken out. */
export const moduleSection = async (ctx: PageCtx, programme: Programme, editable: boolean, sent: Sent | undefined) => {
  const modules = await modulesOf(ctx.db, programme.id);
  const own = of(sent, 'module');
  return (
    <Section title="Модули" count={counted(programme.hours, 'час', 'часа', 'часов')}>
      {modules.length > 0 ? (
        <Table
          plain
          caption="Модули программы"
          rows={modules}
          columns={[
            { key: 'title', label: 'Модуль', head: true, cell: ({ title }) => title },
            { key: 'content', label: 'Содержание', secondary: true, cell: ({ content }) => content || '—' },
            { key: 'hours', label: 'Часов', kind: 'number', cell: ({ hours }) => String(hours) },
            ...(editable
              ? [
                  {
                    key: 'remove',
                    label: 'Действия',
                    kind: 'actions' as const,
                    cell: ({ id }: { readonly id: string }) => (
                      <PostButton action={`/training/modules/${id}/remove`}>
                        <Button size="s" kind="quiet">
                          Убрать
                        </Button>
                      </PostButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {editable ? (
        <details open={own !== undefined || modules.length === 0 || undefined}>
          <summary>Внести модуль</summary>
          <Form
            action={`/training/programmes/${programme.id}/modules`}
            errors={own?.errors}
            refusal={own?.refusal}
            actions={<Button>Внести модуль</Button>}
          >
            <FormFields fields={moduleFields} form={own?.form ?? emptyForm} errors={own?.errors} />
          </Form>
        </details>
      ) : null}
    </Section>
  );
};

/** The act that puts a draft into force. */
export const approveSection = (programme: Programme, sent: Sent | undefined) => {
  const own = of(sent, 'approve');
  return (
    <Section title="Утверждение">
      <p class="hint">Акт попадёт в реестр документов. После утверждения модули не меняют: делают новую версию.</p>
      <Form
        action={`/training/programmes/${programme.id}/approve`}
        files
        errors={own?.errors}
        refusal={own?.refusal}
        actions={<Button kind="primary">Утвердить программу</Button>}
      >
        <FormFields
          fields={approveFields}
          form={own?.form ?? formOf({ version: String(programme.version) })}
          errors={own?.errors}
        />
        <ScanField error={own?.errors?.scan} />
      </Form>
    </Section>
  );
};
