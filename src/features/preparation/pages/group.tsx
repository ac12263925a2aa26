import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { mayReadPeople } from '../../people/access.ts';
import { type FullName, fullName } from '../../people/person.ts';
import { mayKeepPreparation, preparationKeepers, preparationReaders } from '../access.ts';
import { decisionOf } from '../choice-rows.ts';
import { curatorFields, memberFields } from '../fields.ts';
import { orderGroup } from '../order-group.ts';
import { partNames } from '../part-texts.ts';
import { curatorsOf, membersOf, possibleMembers } from '../rows.ts';
import { addMember, dismissCurator, nameCurator, removeMember } from '../save-member.ts';
import { curatorRefusals, groupOrderRefusals, memberRefusals } from '../texts.ts';
import { type FormCurator, formsWithoutCurator, type GroupMember } from '../working-group.ts';
import { PreparationTabs, yearWords } from './tabs.tsx';

interface Sent {
  readonly part: 'member' | 'curator' | 'order';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

/** A link to the card for those who may open it. */
const NameOf = ({ one, ctx }: { readonly one: FullName & { readonly personId: string }; readonly ctx: PageCtx }) =>
  mayReadPeople(ctx.actor) === true ? (
    <a href={`/people/${one.personId}`}>{fullName(one)}</a>
  ) : (
    <span>{fullName(one)}</span>
  );

const memberColumns = (keeper: boolean, ctx: PageCtx): readonly Column<GroupMember>[] => [
  {
    key: 'name',
    label: 'Кто',
    head: true,
    cell: (member) => <NameOf one={member} ctx={ctx} />,
  },
  {
    key: 'post',
    label: 'Должность',
    cell: ({ post, organisationName }) => [post, organisationName].filter(Boolean).join(', ') || '—',
  },
  { key: 'part', label: 'Роль', cell: ({ part }) => partNames[part] },
  { key: 'duty', label: 'За что отвечает', secondary: true, cell: ({ duty }) => duty || '—' },
  {
    key: 'actions',
    label: 'Действия',
    labelHidden: true,
    kind: 'actions',
    cell: (member) =>
      keeper ? (
        <PostButton action={`/preparation/members/${member.id}/remove`}>
          <Button size="s" kind="quiet" name={`Убрать из группы: ${fullName(member)}`}>
            Убрать
          </Button>
        </PostButton>
      ) : null,
  },
];

const curatorColumns = (
  keeper: boolean,
  labels: ReadonlyMap<string, string>,
  ctx: PageCtx,
): readonly Column<FormCurator>[] => [
  { key: 'form', label: 'Форма', head: true, cell: ({ form }) => labels.get(form) ?? form },
  {
    key: 'name',
    label: 'Куратор',
    cell: (curator) => <NameOf one={curator} ctx={ctx} />,
  },
  { key: 'post', label: 'Должность', secondary: true, cell: ({ post }) => post || '—' },
  {
    key: 'actions',
    label: 'Действия',
    labelHidden: true,
    kind: 'actions',
    cell: ({ form, personId, ...name }) =>
      keeper ? (
        <PostButton action="/preparation/curators/remove" hidden={{ form, curatorId: personId }}>
          <Button size="s" kind="quiet" name={`Снять куратора: ${fullName(name)}`}>
            Снять
          </Button>
        </PostButton>
      ) : null,
  },
];

const choicesOf = async (ctx: PageCtx) => {
  const people = (await possibleMembers(ctx.db)).map(({ id, label }) => ({ value: id, label }));
  const forms = (await normsOf(ctx.db, 'form')).map(({ code, label }) => ({ value: code, label }));
  return { people, forms };
};

const Adding = ({
  part,
  sent,
  children,
  fields,
}: {
  readonly part: 'member' | 'curator';
  readonly sent: Sent | undefined;
  readonly children: string;
  readonly fields: Parameters<typeof FormFields>[0]['fields'];
}) => {
  const own = sent?.part === part ? sent : undefined;
  return (
    <Form
      action={`/preparation/${part}s`}
      errors={own?.errors}
      refusal={own?.refusal}
      actions={<Button busy="Записываем…">{children}</Button>}
    >
      <FormFields fields={fields} form={own?.form ?? formOf({ part: 'member' })} errors={own?.errors} />
    </Form>
  );
};

const page = async (ctx: PageCtx, sent?: Sent) => {
  const { currentYear } = await theCollege(ctx.db);
  const members = await membersOf(ctx.db, currentYear);
  const curators = await curatorsOf(ctx.db, currentYear);
  const { people, forms } = await choicesOf(ctx);
  const labels = new Map(forms.map(({ value, label }) => [value, label]));
  const chosen =
    (await decisionOf(ctx.db, currentYear))?.choices.filter((one) => one.chosen).map(({ form }) => form) ?? [];
  const alone = formsWithoutCurator(chosen, curators);
  const keeper = mayKeepPreparation(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Подготовка' },
    <>
      <Heading
        title="Подготовка программы"
        lead={`${yearWords(currentYear)}. Кто ведёт программу и кто отвечает за каждую форму.`}
        actions={
          keeper && members.length > 0 ? (
            <PostButton action="/preparation/order">
              <Button kind="primary" icon="file-plus" busy="Составляем…">
                Составить приказ
              </Button>
            </PostButton>
          ) : null
        }
      />
      <PreparationTabs now="group" />
      {sent?.part === 'order' ? <Note kind="bad" title={sent.refusal} /> : null}
      {alone.length > 0 ? (
        <Note kind="warn" title="У выбранных форм нет куратора">
          {alone.map((form) => labels.get(form) ?? form).join(', ')}. Назовите кураторов ниже, работать можно и сейчас.
        </Note>
      ) : null}
      <Section title="Рабочая группа" id="group" count={members.length}>
        <Table
          caption="Рабочая группа"
          plain
          columns={memberColumns(keeper, ctx)}
          rows={members}
          empty={
            <Empty icon="users" title="Рабочей группы ещё нет">
              {keeper ? 'Внесите председателя, секретаря и членов: из этого списка составится приказ.' : null}
            </Empty>
          }
        />
        {keeper ? (
          <Adding part="member" sent={sent} fields={memberFields(people)}>
            Включить в группу
          </Adding>
        ) : null}
      </Section>
      <Section title="Кураторы по формам" id="curators" count={curators.length}>
        <Table
          caption="Кураторы по формам"
          plain
          columns={curatorColumns(keeper, labels, ctx)}
          rows={curators}
          empty={
            <Empty icon="user-check" title="Кураторов ещё нет">
              У каждой формы, которая применяется, должен быть хотя бы один куратор.
            </Empty>
          }
        />
        {keeper ? (
          <Adding part="curator" sent={sent} fields={curatorFields(people, forms)}>
            Назвать куратора
          </Adding>
        ) : null}
      </Section>
    </>,
  );
};

export const groupPage: MemberRoute = {
  method: 'GET',
  path: '/preparation',
  who: preparationReaders,
  handle: (ctx) => page(ctx),
};

export const putMember: MemberRoute = {
  method: 'POST',
  path: '/preparation/members',
  who: preparationKeepers,
  async handle(ctx, { form }) {
    const read = readForm(memberFields([]), form);
    if (!read.ok) return again(await page(ctx, { part: 'member', form, errors: read.errors }));
    const outcome = await addMember(ctx, read.value);
    if (!outcome.ok) return again(await page(ctx, { part: 'member', form, refusal: memberRefusals[outcome.reason] }));
    return goTo('/preparation', { toast: { text: 'Рабочая группа пополнена' } });
  },
};

export const dropMember: MemberRoute = {
  method: 'POST',
  path: '/preparation/members/:memberId/remove',
  who: preparationKeepers,
  async handle(ctx, input) {
    await removeMember(ctx, param(input, 'memberId'));
    return goTo('/preparation', { toast: { text: 'Человек убран из рабочей группы' } });
  },
};

export const putCurator: MemberRoute = {
  method: 'POST',
  path: '/preparation/curators',
  who: preparationKeepers,
  async handle(ctx, { form }) {
    const read = readForm(curatorFields([], []), form);
    if (!read.ok) return again(await page(ctx, { part: 'curator', form, errors: read.errors }));
    const outcome = await nameCurator(ctx, { form: read.value.form, personId: read.value.curatorId });
    if (!outcome.ok) return again(await page(ctx, { part: 'curator', form, refusal: curatorRefusals[outcome.reason] }));
    return goTo('/preparation#curators', { toast: { text: 'Куратор назначен' } });
  },
};

export const dropCurator: MemberRoute = {
  method: 'POST',
  path: '/preparation/curators/remove',
  who: preparationKeepers,
  async handle(ctx, { form }) {
    const read = readForm(curatorFields([], []), form);
    if (!read.ok) return again(await page(ctx, { part: 'curator', form, errors: read.errors }));
    await dismissCurator(ctx, { form: sentValue(form, 'form'), personId: read.value.curatorId });
    return goTo('/preparation#curators', { toast: { text: 'Куратор снят' } });
  },
};

export const makeOrder: MemberRoute = {
  method: 'POST',
  path: '/preparation/order',
  who: preparationKeepers,
  async handle(ctx, { form }) {
    const outcome = await orderGroup(ctx);
    if (!outcome.ok)
      return again(await page(ctx, { part: 'order', form, refusal: groupOrderRefusals[outcome.reason] }));
    return goTo(`/documents/${outcome.value}`, { toast: { text: 'Проект приказа составлен' } });
  },
};
