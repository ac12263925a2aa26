import type { Child } from 'hono/jsx';
import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { journalOf } from '../../../platform/journal.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { mayKeepPairs, mayReadGroup, pairKeepers, pairReaders, pairVisitors } from '../access.ts';
import { renameFields } from '../fields.ts';
import { groupById, groupsOf, type PairGroup } from '../group-rows.ts';
import { nameGroup } from '../rename-group.ts';
import { handOverGroup } from '../replace-mentor.ts';
import { type ListedPair, pairsBy } from '../rows.ts';
import { groupRefusals, pairsJournal, replaceRefusals } from '../texts.ts';
import { ReplaceForm, type ReplaceSent, readReplace } from './replace.tsx';
import { OrderOf, periodWords, StateOf, sideName, sidePlace } from './words.tsx';

const labelsOf = async (ctx: PageCtx) =>
  new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label]));

/** Groups of the year. */
export const groupsPage: MemberRoute = {
  method: 'GET',
  path: '/pairs/groups',
  who: pairReaders,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const groups = await groupsOf(ctx.db, currentYear, ctx.today);
    const labels = await labelsOf(ctx);
    return screen(
      ctx,
      { title: 'Группы' },
      <>
        <Heading
          title="Группы"
          crumbs={[{ label: 'Пары и группы', href: '/pairs' }, { label: 'Группы' }]}
          lead="Один наставник и от трёх до восьми наставляемых. Каждый участник — своя пара: со своим планом, встречами и итогами."
        />
        <Table
          caption="Группы года"
          columns={[
            {
              key: 'name',
              label: 'Группа',
              head: true,
              cell: (one) => <a href={`/pairs/groups/${one.id}`}>{one.name}</a>,
            },
            { key: 'mentor', label: 'Наставник', cell: (one) => one.mentor },
            { key: 'form', label: 'Форма', secondary: true, cell: (one) => labels.get(one.form) ?? one.form },
            { key: 'members', label: 'Участников', kind: 'number', cell: (one) => String(one.members) },
            {
              key: 'state',
              label: 'Состояние',
              secondary: true,
              cell: (one) => (one.working ? 'работает' : 'завершена'),
            },
          ]}
          rows={groups}
          empty={
            <Empty title="Групп пока нет" action={<LinkButton href="/matching">Подобрать группы</LinkButton>}>
              В подборе выберите «группами»: группы появятся после публикации.
            </Empty>
          }
        />
      </>,
    );
  },
};

interface Shown extends ReplaceSent {
  readonly naming?: { readonly form: RawForm; readonly errors?: FormErrors; readonly refusal?: string };
}

const theGroup = async (ctx: PageCtx, input: Input) => {
  const group = found(await groupById(ctx.db, param(input, 'pairGroupId')), 'group of pairs');
  const members = await pairsBy(ctx.db, { pairGroupId: group.id }, ctx.today, { limit: 100 });
  demand(
    mayReadGroup(
      ctx.actor,
      members.map((pair) => ({ ...pair, mentorGroupId: pair.mentor.groupId, menteeGroupId: pair.mentee.groupId })),
    ),
  );
  return { group, members };
};

const HandOver = async (ctx: PageCtx, group: PairGroup, members: readonly ListedPair[], sent: ReplaceSent) => {
  const going = members.filter(({ till }) => till >= ctx.today);
  const versions = Object.fromEntries(going.map(({ id, version }) => [`version-${id}`, version]));
  return (
    <Section title="Передать группу другому наставнику">
      {
        (await ReplaceForm({
          ctx,
          action: `/pairs/groups/${group.id}/hand-over`,
          hidden: versions,
          verb: `Передать группу: ${counted(going.length, 'участник', 'участника', 'участников')}`,
          ...sent,
        })) as Child
      }
    </Section>
  );
};

const page = async (
  ctx: PageCtx,
  group: PairGroup,
  members: readonly ListedPair[],
  { naming, ...sent }: Shown = {},
) => {
  const labels = await labelsOf(ctx);
  const history = await journalOf(ctx.db, { kind: 'pair-group', id: group.id });
  const [first] = members.toSorted((a, b) => (a.till < b.till ? 1 : -1));
  const keeper = mayKeepPairs(ctx.actor) === true;
  const going = members.some(({ till }) => till >= ctx.today);
  return screen(
    ctx,
    { title: `Группа «${group.name}»` },
    <>
      <Heading
        title={`Группа «${group.name}»`}
        crumbs={[
          { label: 'Пары и группы', href: '/pairs' },
          ...(keeper ? [{ label: 'Группы', href: '/pairs/groups' }] : []),
          { label: group.name },
        ]}
        lead={`${labels.get(group.form) ?? group.form}. Наставник: ${first ? sideName(first.mentor) : 'нет'}`}
      />
      <Columns
        aside={
          <Section title="Журнал">
            <ul class="plain-list">
              {history.map(({ action, actorName }) => (
                <li>
                  {pairsJournal[action] ?? action} <span class="hint">{actorName}</span>
                </li>
              ))}
            </ul>
          </Section>
        }
      >
        <Table
          caption="Участники группы"
          columns={[
            {
              key: 'mentee',
              label: 'Наставляемый',
              head: true,
              cell: (pair: ListedPair) => (
                <>
                  <a href={`/pairs/${pair.id}`}>{sideName(pair.mentee)}</a>{' '}
                  <span class="hint">{sidePlace(pair.mentee)}</span>
                </>
              ),
            },
            { key: 'mentor', label: 'Наставник', cell: (pair) => sideName(pair.mentor) },
            { key: 'period', label: 'Период', secondary: true, cell: periodWords },
            { key: 'state', label: 'Состояние', cell: (pair) => <StateOf pair={pair} today={ctx.today} /> },
            { key: 'order', label: 'Приказ', secondary: true, cell: (pair) => <OrderOf pair={pair} /> },
          ]}
          rows={members}
        />
        {keeper ? (
          <Section title="Название">
            <Form
              action={`/pairs/groups/${group.id}/name`}
              version={group.version}
              errors={naming?.errors ?? {}}
              refusal={naming?.refusal}
              actions={<Button busy="Записываем…">Переименовать</Button>}
            >
              <FormFields
                fields={renameFields}
                form={naming?.form ?? formOf({ name: group.name })}
                errors={naming?.errors ?? {}}
              />
            </Form>
          </Section>
        ) : null}
        {keeper && going ? await HandOver(ctx, group, members, sent) : null}
      </Columns>
    </>,
  );
};

export const groupPage: MemberRoute = {
  method: 'GET',
  path: '/pairs/groups/:pairGroupId',
  who: pairVisitors,
  async handle(ctx, input) {
    const { group, members } = await theGroup(ctx, input);
    return page(ctx, group, members);
  },
};

export const handOverThis: MemberRoute = {
  method: 'POST',
  path: '/pairs/groups/:pairGroupId/hand-over',
  who: pairKeepers,
  async handle(ctx, input) {
    const { group, members } = await theGroup(ctx, input);
    const read = readReplace(input);
    if (!read.ok) return again(await page(ctx, group, members, { form: input.form, errors: read.errors }));
    const versions = Object.fromEntries(
      members.map(({ id }) => [id, Number(sentValue(input.form, `version-${id}`)) || -1]),
    );
    const outcome = await handOverGroup(ctx, { groupId: group.id, versions, ...read.value });
    if (!outcome.ok)
      return again(await page(ctx, group, members, { form: input.form, refusal: replaceRefusals[outcome.reason] }));
    const text = `Группа передана с ${formatDay(read.value.from)}. Оформите приказ об изменении`;
    return goTo(`/pairs/groups/${group.id}`, { toast: { text } });
  },
};

export const nameThis: MemberRoute = {
  method: 'POST',
  path: '/pairs/groups/:pairGroupId/name',
  who: pairKeepers,
  async handle(ctx, input) {
    const { group, members } = await theGroup(ctx, input);
    const read = readForm(renameFields, input.form);
    if (!read.ok) return again(await page(ctx, group, members, { naming: { form: input.form, errors: read.errors } }));
    const version = Number(sentValue(input.form, 'version')) || 0;
    const outcome = await nameGroup(ctx, { groupId: group.id, version, name: read.value.name });
    if (!outcome.ok) {
      const refusal = groupRefusals[outcome.reason];
      return again(await page(ctx, group, members, { naming: { form: input.form, refusal } }));
    }
    return goTo(`/pairs/groups/${group.id}`, { toast: { text: 'Группа переименована' } });
  },
};
