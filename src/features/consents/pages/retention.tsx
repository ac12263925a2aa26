import { demand } from '../../../kernel/actor.ts';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { Failure } from '../../../kernel/failure.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName } from '../../people/person.ts';
import { consentKeepers, maySetConsents } from '../access.ts';
import { actOnWithdrawal, changeRetention, destroyRecords, mostRecords, ruleOf } from '../destroy-records.ts';
import { retentionFields } from '../keeping-fields.ts';
import { keptSince, type RetentionKind } from '../retention.ts';
import {
  actById,
  actsOf,
  type DestructionAct,
  type OpenWithdrawal,
  openWithdrawals,
  savedRules,
} from '../retention-rows.ts';
import { purposeNames } from '../texts.ts';
import { idsOf } from './address.ts';
import { purposeIn } from './record.tsx';

type Kinds = readonly RetentionKind[];

const Withdrawals = ({ open, today }: { readonly open: readonly OpenWithdrawal[]; readonly today: Day }) => (
  <Section title="Отзывы без акта" icon="file-warning" count={open.length} bad={open.some(({ due }) => due < today)}>
    <Table
      caption="Отзывы, после которых нужен акт"
      rows={open}
      empty={<p class="hint">После каждого отзыва здесь напомним об акте: на него есть 30 дней.</p>}
      columns={[
        {
          key: 'name',
          label: 'Кто отозвал',
          head: true,
          cell: (row) => <a href={`/consents/people/${row.personId}`}>{fullName(row)}</a>,
        },
        { key: 'purpose', label: 'На что', cell: ({ purpose }) => purposeNames[purpose] },
        { key: 'day', label: 'Отозвано', cell: ({ withdrawnOn }) => formatDay(withdrawnOn) },
        { key: 'due', label: 'Акт до', cell: ({ due }) => formatDay(due) },
        {
          key: 'actions',
          label: 'Действия',
          labelHidden: true,
          kind: 'actions',
          cell: (row) => (
            <PostButton action={`/consents/people/${row.personId}/${row.purpose}/act`}>
              <Button size="s" name={`Составить акт: ${fullName(row)}`}>
                Составить акт
              </Button>
            </PostButton>
          ),
        },
      ]}
    />
  </Section>
);

const Acts = ({ acts }: { readonly acts: readonly DestructionAct[] }) => (
  <Section title="Акты об уничтожении" count={acts.length}>
    <Table
      caption="Акты об уничтожении"
      rows={acts}
      empty={<p class="hint">Актов ещё нет.</p>}
      columns={[
        {
          key: 'number',
          label: 'Акт',
          head: true,
          cell: ({ number, madeOn }) => `№ ${number} от ${formatDay(madeOn)}`,
        },
        { key: 'why', label: 'Причина', cell: ({ reason }) => (reason === 'retention' ? 'вышел срок' : 'отзыв') },
        { key: 'records', label: 'Записей', kind: 'number', cell: ({ records }) => records },
        {
          key: 'files',
          label: 'Бумаги',
          cell: ({ id }) => (
            <>
              <a href={`/consents/acts/${id}/paper`} data-turbo="false">
                акт
              </a>
              {', '}
              <a href={`/consents/acts/${id}/extract`} data-turbo="false">
                выгрузка из журнала
              </a>
            </>
          ),
        },
      ]}
    />
  </Section>
);

export const retentionPage = (kinds: Kinds): MemberRoute => ({
  method: 'GET',
  path: '/consents/retention',
  who: consentKeepers,
  async handle(ctx) {
    demand(maySetConsents(ctx.actor));
    const saved = await savedRules(ctx.db);
    const rows: { kind: RetentionKind; months: number; basis: string; old: number }[] = [];
    for (const kind of kinds) {
      const rule = ruleOf(kind, saved);
      const old = await kind.propose(ctx, keptSince(ctx.today, rule), mostRecords);
      rows.push({ kind, months: rule.months, basis: rule.basis, old: old.length });
    }
    return screen(
      ctx,
      { title: 'Сроки хранения' },
      <>
        <Heading
          title="Сроки хранения"
          crumbs={[{ label: 'Согласия', href: '/consents' }, { label: 'Сроки хранения' }]}
          lead="Сама система ничего не уничтожает: она предлагает, решаете вы, и остаётся акт."
        />
        <Withdrawals open={await openWithdrawals(ctx.db)} today={ctx.today} />
        <Table
          caption="Виды записей и сроки"
          rows={rows}
          columns={[
            {
              key: 'label',
              label: 'Что хранится',
              head: true,
              cell: ({ kind }) => <a href={`/consents/retention/${kind.code}`}>{kind.label}</a>,
            },
            { key: 'months', label: 'Срок', cell: ({ months }) => counted(months, 'месяц', 'месяца', 'месяцев') },
            { key: 'basis', label: 'Основание', secondary: true, cell: ({ basis }) => basis || '—' },
            {
              key: 'old',
              label: 'Пора уничтожить',
              kind: 'number',
              cell: ({ kind, old }) => (
                <a href={`/consents/retention/${kind.code}`}>{old >= mostRecords ? `${mostRecords} и больше` : old}</a>
              ),
            },
          ]}
        />
        <Acts acts={await actsOf(ctx.db)} />
      </>,
    );
  },
});

const kindIn = (kinds: Kinds, input: Input): RetentionKind => {
  const code = param(input, 'kind');
  const kind = kinds.find((each) => each.code === code);
  if (!kind) throw new Failure('not-found', 'kind of records');
  return kind;
};

const kindScreen = async (
  ctx: PageCtx,
  kind: RetentionKind,
  sent: { form?: RawForm; errors?: FormErrors; refusal?: string } = {},
) => {
  demand(maySetConsents(ctx.actor));
  const rule = ruleOf(kind, await savedRules(ctx.db));
  const before = keptSince(ctx.today, rule);
  const old = await kind.propose(ctx, before, mostRecords);
  const stored = formOf({ months: String(rule.months), basis: rule.basis, version: String(rule.version) });
  const place = `/consents/retention/${kind.code}`;
  return screen(
    ctx,
    { title: kind.label },
    <>
      <Heading
        title={kind.label}
        crumbs={[
          { label: 'Согласия', href: '/consents' },
          { label: 'Сроки хранения', href: '/consents/retention' },
          { label: kind.label },
        ]}
        lead={`Содержит: ${kind.contents}. Показано то, что закончилось до ${formatDay(before)}.`}
      />
      <Table
        caption="Что пора уничтожить"
        rows={old}
        selectable={{
          value: ({ id }) => id,
          label: ({ label }) => label,
          checked: () => true,
          action: `${place}/destroy`,
          forms: ['запись', 'записи', 'записей'],
          actions: (
            <Button size="s" kind="danger" icon="trash-2" busy="Уничтожаем…">
              Уничтожить и составить акт
            </Button>
          ),
        }}
        empty={
          <Empty icon="circle-check" title="Уничтожать нечего">
            Как только у каких-то записей выйдет срок, они появятся здесь.
          </Empty>
        }
        columns={[
          { key: 'label', label: 'Запись', head: true, cell: ({ label }) => label },
          { key: 'since', label: 'Закончилось', cell: ({ overSince }) => formatDay(overSince) },
        ]}
      />
      <Section title="Срок" icon="timer">
        <Form action={place} errors={sent.errors} refusal={sent.refusal} actions={<Button>Сохранить срок</Button>}>
          <FormFields fields={retentionFields} form={sent.form ?? stored} errors={sent.errors} />
        </Form>
      </Section>
    </>,
  );
};

export const retentionKindPage = (kinds: Kinds): MemberRoute => ({
  method: 'GET',
  path: '/consents/retention/:kind',
  who: consentKeepers,
  handle: async (ctx, input) => kindScreen(ctx, kindIn(kinds, input)),
});

export const saveRetention = (kinds: Kinds): MemberRoute => ({
  method: 'POST',
  path: '/consents/retention/:kind',
  who: consentKeepers,
  async handle(ctx, input) {
    const kind = kindIn(kinds, input);
    const { form } = input;
    const read = readForm(retentionFields, form);
    if (!read.ok) return again(await kindScreen(ctx, kind, { form, errors: read.errors }));
    const outcome = await changeRetention(ctx, { code: kind.code, ...read.value });
    if (!outcome.ok) {
      const { version } = ruleOf(kind, await savedRules(ctx.db));
      const now = { ...form, values: { ...form.values, version: [String(version)] } };
      const refusal = 'Пока вы писали, срок изменил кто-то другой. Проверьте его и сохраните ещё раз.';
      return again(await kindScreen(ctx, kind, { form: now, refusal }));
    }
    return goTo(`/consents/retention/${kind.code}`, { toast: { text: 'Срок сохранён' } });
  },
});

export const destroyOld = (kinds: Kinds): MemberRoute => ({
  method: 'POST',
  path: '/consents/retention/:kind/destroy',
  who: consentKeepers,
  async handle(ctx, input) {
    const kind = kindIn(kinds, input);
    const outcome = await destroyRecords(ctx, kind, idsOf(input.form.values.ids));
    const place = `/consents/retention/${kind.code}`;
    if (!outcome.ok)
      return goTo(place, { toast: { text: 'Уничтожать нечего: отметьте записи, у которых вышел срок' } });
    const { gone, held, sums } = outcome.value;
    for (const sum of sums) ctx.afterCommit(() => ctx.store.remove(ctx.actor.college, sum));
    const left = held > 0 ? `, оставлено: ${held} (на них держатся пары)` : '';
    return goTo('/consents/retention', { toast: { text: `Уничтожено: ${gone}${left}. Акт готов` } });
  },
});

export const withdrawalAct: MemberRoute = {
  method: 'POST',
  path: '/consents/people/:personId/:purpose/act',
  who: consentKeepers,
  async handle(ctx, input) {
    const withdrawal = { personId: param(input, 'personId'), purpose: purposeIn(input) };
    const outcome = await actOnWithdrawal(ctx, withdrawal);
    const text = outcome.ok ? 'Акт готов' : 'Отзыва без акта здесь нет';
    return goTo('/consents/retention', { toast: { text } });
  },
};

const actFile = (which: 'actFileId' | 'extractFileId', ending: string): MemberRoute => ({
  method: 'GET',
  path: `/consents/acts/:actOfDestructionId/${ending}`,
  who: consentKeepers,
  async handle(ctx, input) {
    demand(maySetConsents(ctx.actor));
    const act = found(await actById(ctx.db, param(input, 'actOfDestructionId')), 'act of destruction');
    const file = await fileById(ctx.db, act[which]);
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
});

export const actPaperFile = actFile('actFileId', 'paper');
export const actExtractFile = actFile('extractFileId', 'extract');
