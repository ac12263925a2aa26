import { holds } from '../../../kernel/actor.ts';
import { ageOn, formatDay } from '../../../kernel/day.ts';
import { counted, plural } from '../../../kernel/russian/plural.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { recall } from '../../../platform/remembered.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { mayChangePeople, peopleReaders, visibleGroups } from '../access.ts';
import { fullName, gapsOf, type Person, type PersonKind, personKinds } from '../person.ts';
import { formatPhone } from '../phone-number.ts';
import { type RegisterPage, type RegisterSort, registerPage } from '../register-rows.ts';
import { groupChoices } from '../study-group-rows.ts';
import { gapNames, kindNames, kindsNames } from '../texts.ts';
import { addressParams, type RegisterAddress, readAddress, registerHref } from './address.ts';

const years = (age: number): string => counted(age, 'год', 'года', 'лет');

const sortBy = (address: RegisterAddress, sort: RegisterSort): Column<Person>['sort'] => {
  const now = address.sort === sort;
  const href = registerHref(address, { sort, descending: now && !address.descending });
  return { href, ...(now ? { now: address.descending ? 'desc' : 'asc' } : {}) };
};

const place = (person: Person) => person.groupCode ?? person.organisationName ?? (person.post || '—');

const columns = (ctx: PageCtx, address: RegisterAddress): Column<Person>[] => [
  {
    key: 'name',
    label: 'Фамилия, имя, отчество',
    head: true,
    cell: (person) => <a href={`/people/${person.id}`}>{fullName(person)}</a>,
    sort: sortBy(address, 'name'),
  },
  {
    key: 'place',
    label: 'Группа, место работы',
    cell: (person) => (
      <>
        {place(person)}
        {person.birthDay && person.kind === 'student' ? `, ${years(ageOn(person.birthDay, ctx.today))}` : null}
      </>
    ),
    sort: sortBy(address, 'group'),
  },
  { key: 'kind', label: 'Кто это', cell: (person) => kindNames[person.kind], secondary: true },
  {
    key: 'birth',
    label: 'Дата рождения',
    cell: (person) => (person.birthDay ? formatDay(person.birthDay) : '—'),
    sort: sortBy(address, 'birth-day'),
    secondary: true,
  },
  { key: 'phone', label: 'Телефон', cell: (person) => formatPhone(person.phone ?? person.representativePhone) || '—' },
  { key: 'gaps', label: 'Чего не хватает', cell: (person) => <GapsOrLeft person={person} /> },
];

const GapsOrLeft = ({ person }: { readonly person: Person }) => {
  if (person.leftOn) return <Badge tone="mute">выбытие {formatDay(person.leftOn)}</Badge>;
  const lacks = gapsOf(person);
  if (lacks.length === 0) return <span class="sr">всё есть</span>;
  return <Badge tone="warn">нет {lacks.map((gap) => gapNames[gap]).join(', ')}</Badge>;
};

interface Counts {
  readonly gaps: number;
  readonly kinds: Readonly<Partial<Record<PersonKind, number>>>;
  readonly groups: readonly { readonly id: string; readonly code: string }[];
}

const Filters = ({ address, counts, page }: { address: RegisterAddress; counts: Counts; page: RegisterPage }) => {
  const { q: _, page: __, ...keep } = addressParams(address);
  return (
    <FilterBar
      search={{
        action: '/people',
        label: 'Найти человека',
        placeholder: 'Фамилия, группа, телефон',
        value: address.search,
      }}
      keep={keep}
      live={`Найдено: ${counted(page.total, 'человек', 'человека', 'человек')}`}
      aside={
        <a href={registerHref(address, {}, '/people/export')} data-turbo="false">
          Выгрузить в&nbsp;Excel
        </a>
      }
    >
      {personKinds
        .filter((kind) => (counts.kinds[kind] ?? 0) > 0)
        .map((kind) => (
          <FilterPill
            href={registerHref(address, { kind: address.kind === kind ? null : kind })}
            label={kindsNames[kind]}
            active={address.kind === kind}
            count={counts.kinds[kind]}
          />
        ))}
      {counts.groups.length > 0 ? (
        <FilterMenu
          label="Группа"
          clear={registerHref(address, { groupId: null })}
          options={counts.groups.map(({ id, code }) => ({
            label: code,
            href: registerHref(address, { groupId: id }),
            current: address.groupId === id,
          }))}
        />
      ) : null}
      <FilterPill
        href={registerHref(address, { onlyGaps: !address.onlyGaps })}
        label="Только с пробелами"
        active={address.onlyGaps}
        count={counts.gaps}
        tone={counts.gaps > 0 ? 'warn' : 'mute'}
      />
      <FilterPill href={registerHref(address, { left: !address.left })} label="Выбывшие" active={address.left} />
    </FilterBar>
  );
};

const Nobody = ({ address, keeper, all }: { address: RegisterAddress; keeper: boolean; all: number }) =>
  all === 0 && !address.left ? (
    <Empty
      icon="users"
      title="Здесь будут студенты, сотрудники и специалисты предприятий"
      action={
        keeper ? (
          <LinkButton kind="primary" icon="file-spreadsheet" href="/people/import">
            Загрузить список из Excel
          </LinkButton>
        ) : undefined
      }
    >
      {keeper
        ? 'Пока никого нет. Быстрее всего загрузить контингент тем файлом, который у вас есть: столбцы система узнает сама.'
        : 'Пока никого нет. Людей вносит куратор.'}
    </Empty>
  ) : (
    <Empty icon="search" title="Никто не подошёл" action={<LinkButton href="/people">Показать всех</LinkButton>}>
      Проверьте написание или уберите часть отбора.
    </Empty>
  );

const BulkActions = () => (
  <>
    <Button size="s" icon="file-down" formaction="/people/export" busy="Готовим…">
      Выгрузить в&nbsp;Excel
    </Button>
    <Button size="s" icon="user-minus" formaction="/people/leaving">
      Отметить выбывшими
    </Button>
    <Button size="s" icon="git-compare" formaction="/people/same">
      Объединить двух
    </Button>
  </>
);

const perPageLinks = (address: RegisterAddress) => (
  <p class="hint">
    На странице:{' '}
    {[25, 50].map((count, index) => (
      <>
        {index > 0 ? ' · ' : null}
        {address.perPage === count ? (
          <strong>{count}</strong>
        ) : (
          <a href={registerHref(address, { perPage: count })}>{count}</a>
        )}
      </>
    ))}
  </p>
);

const leadOf = (counts: Counts): string => {
  const parts = personKinds
    .filter((kind) => (counts.kinds[kind] ?? 0) > 0)
    .map((kind) => `${kindsNames[kind].toLowerCase()}\u00A0— ${counts.kinds[kind]}`);
  return parts.length === 0 ? 'Все, о ком знает система.' : `Все, о ком знает система: ${parts.join(', ')}.`;
};

/** The register of all people of the college. */
export const peopleRegister: Route = {
  method: 'GET',
  path: '/people',
  who: peopleReaders,
  async handle(ctx, input) {
    const address = readAddress(input.query);
    const visible = visibleGroups(ctx.actor);
    const asked = `people ${JSON.stringify([visible, address])}`;
    const page = await recall(ctx.actor.college, asked, () => registerPage(ctx.db, visible, address, address));
    const groups = await recall(ctx.actor.college, 'groups', () => groupChoices(ctx.db));
    const counts: Counts = {
      gaps: page.gaps,
      kinds: page.kinds,
      groups: visible === 'all' ? groups : groups.filter(({ id }) => visible.includes(id)),
    };
    const keeper = mayChangePeople(ctx.actor) === true;
    const all = Object.values(counts.kinds).reduce((sum, one) => sum + one, 0);
    return screen(
      ctx,
      { title: 'Люди' },
      <>
        <Heading
          title="Люди"
          lead={visible === 'all' ? leadOf(counts) : leadOfTeacher(ctx)}
          actions={
            keeper ? (
              <>
                <LinkButton icon="file-spreadsheet" href="/people/import">
                  Загрузить из&nbsp;Excel
                </LinkButton>
                <LinkButton kind="primary" icon="user-plus" href="/people/new">
                  Добавить
                </LinkButton>
              </>
            ) : undefined
          }
        />
        <Filters address={address} counts={counts} page={page} />
        {page.close ? (
          <Note title={`Точно так, как «${address.search}», никого нет.`}>
            {plural(page.total, 'Показан похожий человек', 'Показаны похожие', 'Показаны похожие')}: возможно, в запросе
            опечатка.
          </Note>
        ) : null}
        <Table
          caption="Люди колледжа"
          columns={columns(ctx, address)}
          rows={page.people}
          empty={<Nobody address={address} keeper={keeper} all={all} />}
          pages={{
            page: address.page,
            perPage: address.perPage,
            total: page.total,
            href: (number) => registerHref(address, { page: number }),
          }}
          {...(keeper
            ? {
                selectable: {
                  value: ({ id }: Person) => id,
                  label: fullName,
                  action: '/people/leaving',
                  actions: <BulkActions />,
                  forms: ['человек', 'человека', 'человек'] as const,
                },
              }
            : {})}
        />
        {page.total > 25 ? perPageLinks(address) : null}
      </>,
    );
  },
};

const leadOfTeacher = (ctx: PageCtx): string =>
  ctx.actor.groupIds.length === 0 && holds(ctx.actor, 'class-teacher')
    ? 'За вами пока не закреплена группа: попросите куратора указать вас классным руководителем.'
    : 'Люди ваших групп.';
