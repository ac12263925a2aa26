import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ComboField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { mayChangePeople, mayReadGroup, peopleKeepers, peopleReaders, visibleGroups } from '../access.ts';
import { groupFields, leavingFields } from '../fields.ts';
import { fullName, gapsOf, type Person, shortName } from '../person.ts';
import { formatPhone } from '../phone-number.ts';
import { personsOfGroup, staffNames } from '../rows.ts';
import { addGroup, changeGroup, graduateGroup } from '../save-group.ts';
import type { StudyGroup } from '../study-group.ts';
import { groupById, listGroups } from '../study-group-rows.ts';
import { gapNames, peopleRefusals } from '../texts.ts';

const people = (count: number) => counted(count, 'человек', 'человека', 'человек');

const Fields = async ({ ctx, form, errors }: { ctx: PageCtx; form: RawForm; errors: FormErrors }) => {
  const staff = await staffNames(ctx.db);
  const { classTeacherId, ...plain } = groupFields;
  return (
    <>
      <FormFields fields={plain} form={form} errors={errors} />
      <ComboField
        name="classTeacherId"
        label={classTeacherId.label}
        hint={classTeacherId.hint}
        optional
        value={sentValue(form, 'classTeacherId')}
        error={errors.classTeacherId}
        empty="не назначен"
        options={staff.map((person) => ({
          value: person.id,
          label: [shortName(person), person.post].filter(Boolean).join(', '),
        }))}
      />
    </>
  );
};

const GroupList = ({ groups, keeper }: { readonly groups: readonly StudyGroup[]; readonly keeper: boolean }) => (
  <Table
    caption="Учебные группы"
    rows={groups}
    columns={[
      { key: 'code', label: 'Группа', head: true, cell: (group) => <a href={`/groups/${group.id}`}>{group.code}</a> },
      {
        key: 'course',
        label: 'Курс',
        cell: (group) => (group.graduatedOn ? `выпуск ${formatDay(group.graduatedOn)}` : `${group.course} курс`),
      },
      { key: 'speciality', label: 'Специальность', cell: (group) => group.speciality || '—', secondary: true },
      {
        key: 'teacher',
        label: 'Классный руководитель',
        cell: (group) =>
          group.classTeacherId ? (
            <a href={`/people/${group.classTeacherId}`}>{group.classTeacher}</a>
          ) : group.graduatedOn ? (
            '—'
          ) : (
            <Badge tone="warn">не назначен</Badge>
          ),
      },
      {
        key: 'people',
        label: 'Людей',
        kind: 'number',
        cell: (group) => <a href={`/people?group=${group.id}`}>{group.people}</a>,
      },
    ]}
    empty={
      <Empty
        icon="graduation-cap"
        title="Здесь будут учебные группы"
        action={keeper ? <LinkButton href="/people/import">Загрузить список из Excel</LinkButton> : undefined}
      >
        Группы заведутся сами при загрузке контингента. Можно завести и по одной.
      </Empty>
    }
  />
);

const listPage = async (
  ctx: PageCtx,
  form: RawForm,
  { errors = {}, refusal }: { errors?: FormErrors; refusal?: string } = {},
) => {
  const groups = await listGroups(ctx.db, visibleGroups(ctx.actor));
  const keeper = mayChangePeople(ctx.actor) === true;
  const without = groups.filter(({ classTeacherId, graduatedOn }) => !classTeacherId && !graduatedOn).length;
  return screen(
    ctx,
    { title: 'Учебные группы' },
    <>
      <Heading
        title="Учебные группы"
        crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Группы' }]}
        lead={
          without > 0
            ? `Без классного руководителя: ${counted(without, 'группа', 'группы', 'групп')}. Он видит людей только своих групп.`
            : undefined
        }
      />
      <GroupList groups={groups} keeper={keeper} />
      {keeper ? (
        <Section title="Новая группа">
          <Form
            action="/groups"
            errors={errors}
            refusal={refusal}
            actions={<Button kind="primary">Завести группу</Button>}
          >
            {await Fields({ ctx, form, errors })}
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

const fresh = formOf({ course: '1' });

export const groupsPage: Route = {
  method: 'GET',
  path: '/groups',
  who: peopleReaders,
  handle: (ctx) => listPage(ctx, fresh),
};

export const createGroup: Route = {
  method: 'POST',
  path: '/groups',
  who: peopleKeepers,
  async handle(ctx, input) {
    const read = readForm(groupFields, input.form);
    if (!read.ok) return again(await listPage(ctx, input.form, { errors: read.errors }));
    const outcome = await addGroup(ctx, read.value);
    if (!outcome.ok) return again(await listPage(ctx, input.form, { refusal: peopleRefusals[outcome.reason] }));
    return goTo(`/groups/${outcome.value}`, { toast: { text: `Группа ${read.value.code} заведена` } });
  },
};

const Members = ({ members, keeper, group }: { members: readonly Person[]; keeper: boolean; group: StudyGroup }) => (
  <Table
    caption={`Люди группы ${group.code}`}
    rows={members}
    columns={[
      {
        key: 'name',
        label: 'Фамилия, имя, отчество',
        head: true,
        cell: (person) => <a href={`/people/${person.id}`}>{fullName(person)}</a>,
      },
      { key: 'birth', label: 'Дата рождения', cell: (person) => (person.birthDay ? formatDay(person.birthDay) : '—') },
      {
        key: 'phone',
        label: 'Телефон',
        cell: (person) => formatPhone(person.phone ?? person.representativePhone) || '—',
      },
      {
        key: 'gaps',
        label: 'Чего не хватает',
        cell: (person) => {
          const lacks = gapsOf(person);
          return lacks.length > 0 ? (
            <Badge tone="warn">нет {lacks.map((gap) => gapNames[gap]).join(', ')}</Badge>
          ) : (
            <span class="sr">всё есть</span>
          );
        },
      },
    ]}
    empty={
      <Empty
        icon="users"
        title="В группе пока никого"
        action={keeper ? <LinkButton href={`/people/new?group=${group.id}`}>Добавить человека</LinkButton> : undefined}
      >
        Загрузите список из Excel или добавьте людей по одному.
      </Empty>
    }
  />
);

const formOfGroup = ({ code, course, speciality, classTeacherId }: StudyGroup): RawForm =>
  formOf({ code, course: String(course), speciality, classTeacherId });

const groupPageOf = async (
  ctx: PageCtx,
  group: StudyGroup,
  { form = formOfGroup(group), errors = {}, refusal }: { form?: RawForm; errors?: FormErrors; refusal?: string } = {},
) => {
  const keeper = mayChangePeople(ctx.actor) === true;
  const members = await personsOfGroup(ctx.db, group.id);
  return screen(
    ctx,
    { title: `Группа ${group.code}` },
    <>
      <Heading
        title={`Группа ${group.code}`}
        crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Группы', href: '/groups' }, { label: group.code }]}
        lead={[
          group.graduatedOn ? `Выпущена ${formatDay(group.graduatedOn)}` : `${group.course} курс`,
          group.speciality,
          people(members.length),
          group.classTeacher ? `классный руководитель ${group.classTeacher}` : 'классный руководитель не назначен',
        ]
          .filter(Boolean)
          .join(', ')}
      />
      <Members members={members} keeper={keeper} group={group} />
      {keeper ? (
        <Section title="Изменить группу">
          <Form
            action={`/groups/${group.id}`}
            errors={errors}
            refusal={refusal}
            actions={<Button kind="primary">Записать группу</Button>}
          >
            {await Fields({ ctx, form, errors })}
          </Form>
        </Section>
      ) : null}
      {keeper && !group.graduatedOn ? <Graduation group={group} students={members.length} ctx={ctx} /> : null}
    </>,
  );
};

const Graduation = ({ group, students, ctx }: { group: StudyGroup; students: number; ctx: PageCtx }) => (
  <Section title="Выпуск">
    <Form
      action={`/groups/${group.id}/graduate`}
      actions={<Button kind="danger">Выпустить группу {group.code}</Button>}
      note={`Студенты станут выпускниками: ${people(students)}. Классный руководитель перестанет их видеть.`}
    >
      <FormFields
        fields={{ leftOn: { ...leavingFields.leftOn, label: 'День выпуска' } }}
        form={formOf({ leftOn: formatDay(ctx.today) })}
      />
    </Form>
  </Section>
);

const theGroup = async (ctx: PageCtx, id: string): Promise<StudyGroup> => {
  const group = found(await groupById(ctx.db, id), 'group');
  demand(mayReadGroup(ctx.actor, group.id));
  return group;
};

export const groupPage: Route = {
  method: 'GET',
  path: '/groups/:groupId',
  who: peopleReaders,
  handle: async (ctx, input) => groupPageOf(ctx, await theGroup(ctx, param(input, 'groupId'))),
};

export const saveGroup: Route = {
  method: 'POST',
  path: '/groups/:groupId',
  who: peopleKeepers,
  async handle(ctx, input) {
    const group = await theGroup(ctx, param(input, 'groupId'));
    const read = readForm(groupFields, input.form);
    if (!read.ok) return again(await groupPageOf(ctx, group, { form: input.form, errors: read.errors }));
    const outcome = await changeGroup(ctx, { id: group.id, group: read.value });
    if (!outcome.ok)
      return again(await groupPageOf(ctx, group, { form: input.form, refusal: peopleRefusals[outcome.reason] }));
    return goTo(`/groups/${group.id}`, { toast: { text: `Группа ${read.value.code} записана` } });
  },
};

export const graduate: Route = {
  method: 'POST',
  path: '/groups/:groupId/graduate',
  who: peopleKeepers,
  async handle(ctx, input) {
    const group = await theGroup(ctx, param(input, 'groupId'));
    const read = readForm(leavingFields, input.form);
    if (!read.ok) return again(await groupPageOf(ctx, group, { refusal: read.errors.leftOn ?? '' }));
    const outcome = await graduateGroup(ctx, { id: group.id, on: read.value.leftOn });
    if (!outcome.ok) return again(await groupPageOf(ctx, group, { refusal: peopleRefusals[outcome.reason] }));
    return goTo(`/groups/${group.id}`, { toast: { text: `Группа ${group.code} выпущена: ${people(outcome.value)}` } });
  },
};
