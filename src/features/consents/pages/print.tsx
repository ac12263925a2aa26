import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName } from '../../people/person.ts';
import { consentRecorders, mayBringScans, mayOpenPile, maySetConsents, visibleGroups } from '../access.ts';
import { defaultTill } from '../consent.ts';
import { printFields } from '../fields.ts';
import { batchById, type ConsentBatch, formsOfBatch, ownerOfBatch, recentBatches } from '../form-rows.ts';
import { printForms } from '../print-forms.ts';
import { printRefusalFields, printRefusals } from '../print-texts.ts';
import { groupChoices, peopleForForms } from '../register-rows.ts';
import { signatoryNames } from '../texts.ts';
import { idsOf } from './address.ts';

const stateOf = ({ state }: ConsentBatch): string => (state === 'ready' ? 'готово' : 'готовится');

const Batches = ({ batches }: { readonly batches: readonly ConsentBatch[] }) =>
  batches.length === 0 ? null : (
    <Section title="Недавние пачки" count={batches.length}>
      <Table
        caption="Недавние пачки бланков"
        rows={batches}
        columns={[
          {
            key: 'title',
            label: 'Пачка',
            head: true,
            cell: ({ id, title }) => <a href={`/consents/print/${id}`}>{title}</a>,
          },
          { key: 'day', label: 'Когда', cell: ({ madeOn }) => formatDay(madeOn) },
          { key: 'state', label: 'Состояние', cell: stateOf },
        ]}
      />
    </Section>
  );

/** A class teacher sees own piles only. */
export const pileOwner = (ctx: PageCtx): string | null =>
  maySetConsents(ctx.actor) === true ? null : ctx.actor.accountId;

const printScreen = async (ctx: PageCtx, form: RawForm, errors: FormErrors = {}, refusal?: string) => {
  demand(mayBringScans(ctx.actor));
  const groups = await groupChoices(ctx.db, { visible: visibleGroups(ctx.actor) });
  const ids = idsOf(sentValue(form, 'ids').split(','));
  const fields = printFields(groups.map(({ id, code }) => ({ value: id, label: code })));
  return screen(
    ctx,
    { title: 'Напечатать бланки' },
    <>
      <Heading
        title="Напечатать бланки"
        crumbs={[{ label: 'Согласия', href: '/consents' }, { label: 'Печать' }]}
        lead="Каждому свой бланк: с именем, нужными подписями по возрасту и кодом, по которому скан сам попадёт в дело."
        actions={
          maySetConsents(ctx.actor) === true ? (
            <LinkButton icon="settings-2" href="/consents/settings">
              Что печатать о колледже
            </LinkButton>
          ) : null
        }
      />
      {ids.length > 0 ? <Note title={`Выбрано: ${counted(ids.length, 'человек', 'человека', 'человек')}`} /> : null}
      <Form
        action="/consents/print"
        hidden={ids.length > 0 ? { ids: ids.join(',') } : {}}
        errors={errors}
        refusal={refusal}
        actions={
          <Button kind="primary" icon="printer" busy="Готовим…">
            Подготовить бланки
          </Button>
        }
        note="Если групп не отметить, бланки будут для всех"
      >
        <FormFields
          fields={fields}
          form={form}
          errors={errors}
          only={ids.length > 0 ? ['purpose', 'till'] : ['purpose', 'till', 'lacking', 'groups']}
        />
      </Form>
      <Batches batches={await recentBatches(ctx.db, pileOwner(ctx), 20)} />
    </>,
  );
};

export const printPage: MemberRoute = {
  method: 'GET',
  path: '/consents/print',
  who: consentRecorders,
  handle: (ctx, { query }) =>
    printScreen(
      ctx,
      formOf({
        purpose: query.get('purpose') ?? 'processing',
        till: formatDay(defaultTill(ctx.today)),
        lacking: 'yes',
        groups: idsOf((query.get('group') ?? '').split(',')),
        ids: query.get('ids') ?? '',
      }),
    ),
};

export const orderForms: MemberRoute = {
  method: 'POST',
  path: '/consents/print',
  who: consentRecorders,
  async handle(ctx, { form }) {
    demand(mayBringScans(ctx.actor));
    const read = readForm(printFields([]), form);
    if (!read.ok) return again(await printScreen(ctx, form, read.errors));
    const { purpose, till, groups, lacking } = read.value;
    const chosen = idsOf(sentValue(form, 'ids').split(','));
    const frame = { visible: visibleGroups(ctx.actor), today: ctx.today };
    const personIds = chosen.length > 0 ? chosen : await peopleForForms(ctx.db, frame, { purpose, groups, lacking });
    const outcome = await printForms(ctx, { purpose, till, personIds });
    if (!outcome.ok) {
      const at = printRefusalFields[outcome.reason];
      const words = printRefusals[outcome.reason];
      return again(await printScreen(ctx, form, at ? { [at]: words } : {}, at ? undefined : words));
    }
    const { taskId } = outcome.value;
    ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, taskId));
    return goTo(`/tasks/${taskId}`);
  },
};

const theBatch = async (ctx: PageCtx, input: Input): Promise<ConsentBatch> => {
  const batch = found(await batchById(ctx.db, param(input, 'batchId')), 'batch of consents');
  demand(mayOpenPile(ctx.actor, await ownerOfBatch(ctx.db, batch.id)));
  return batch;
};

const returned = (forms: Awaited<ReturnType<typeof formsOfBatch>>): string =>
  `Вернулось сканов: ${forms.filter(({ scanFileId }) => scanFileId !== null).length} из ${forms.length}`;

export const batchPage: MemberRoute = {
  method: 'GET',
  path: '/consents/print/:batchId',
  who: consentRecorders,
  async handle(ctx, input) {
    const batch = await theBatch(ctx, input);
    const forms = await formsOfBatch(ctx.db, batch.id);
    const place = `/consents/print/${batch.id}`;
    return screen(
      ctx,
      { title: batch.title },
      <>
        <Heading
          title={batch.title}
          crumbs={[
            { label: 'Согласия', href: '/consents' },
            { label: 'Печать', href: '/consents/print' },
            { label: formatDay(batch.madeOn) },
          ]}
          lead={
            batch.state === 'ready'
              ? `Раздайте бланки, соберите подписанные и загрузите скан. ${returned(forms)}.`
              : undefined
          }
          actions={
            batch.state === 'ready' ? (
              <>
                <LinkButton icon="file-text" href={`${place}/docx`} plain>
                  Word
                </LinkButton>
                <LinkButton kind="primary" icon="printer" href={`${place}/pdf`} plain>
                  Скачать PDF
                </LinkButton>
              </>
            ) : null
          }
        />
        {batch.state === 'ready' ? null : (
          <Note
            kind={batch.state === 'cancelled' ? 'warn' : 'info'}
            title={batch.state === 'cancelled' ? 'Печать отменена' : 'Бланки готовятся'}
            actions={
              batch.state === 'making' && batch.taskId ? (
                <LinkButton size="s" href={`/tasks/${batch.taskId}`}>
                  Как идёт работа
                </LinkButton>
              ) : null
            }
          >
            {batch.state === 'cancelled'
              ? 'Коды этой пачки забыты. Подготовьте бланки заново.'
              : 'Если работа остановилась с ошибкой, подготовьте бланки заново.'}
          </Note>
        )}
        <Table
          caption="Бланки пачки"
          rows={forms}
          empty={
            <Empty icon="printer" title="Бланков нет">
              Подготовьте новую пачку.
            </Empty>
          }
          columns={[
            {
              key: 'name',
              label: 'Чей бланк',
              head: true,
              cell: (row) => <a href={`/consents/people/${row.personId}`}>{fullName(row)}</a>,
            },
            { key: 'group', label: 'Группа или должность', cell: (row) => row.groupCode ?? (row.post || '—') },
            { key: 'signatory', label: 'Подписывает', cell: (row) => signatoryNames[row.signatory] },
            {
              key: 'state',
              label: 'Бланк',
              cell: (row) => (row.consentId ? 'записан' : row.scanFileId ? 'есть скан, не записан' : 'ждём подписи'),
            },
          ]}
        />
      </>,
    );
  },
};

const paperOf = (ending: 'pdf' | 'docx'): MemberRoute => ({
  method: 'GET',
  path: `/consents/print/:batchId/${ending}`,
  who: consentRecorders,
  async handle(ctx, input) {
    const batch = await theBatch(ctx, input);
    const file = await fileById(ctx.db, found(ending === 'pdf' ? batch.pdfFileId : batch.docxFileId, 'papers'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
});

export const batchPdf = paperOf('pdf');
export const batchDocx = paperOf('docx');
