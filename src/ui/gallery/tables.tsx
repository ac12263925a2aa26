import { Badge, Tick } from '../badge.tsx';
import { Button, LinkButton } from '../button.tsx';
import { DefinitionList } from '../definition.tsx';
import { Empty } from '../empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../filter-bar.tsx';
import { Section } from '../heading.tsx';
import { Menu, MenuButton } from '../menu.tsx';
import { GoalBar, Progress } from '../progress.tsx';
import { StatRow } from '../stat-row.tsx';
import { type Column, Table } from '../table.tsx';
import { TaskList } from '../task-list.tsx';
import { groupFilter, type Thing, things } from './words.ts';

const columns: readonly Column<Thing>[] = [
  {
    key: 'name',
    label: 'Фамилия, имя, отчество',
    head: true,
    sort: { href: '?sort=name', now: 'asc' },
    cell: (thing) => <a href={`#${thing.id}`}>{thing.name}</a>,
  },
  { key: 'group', label: 'Группа', sort: { href: '?sort=group' }, secondary: true, cell: (thing) => thing.group },
  { key: 'wish', label: 'Запрос', cell: (thing) => thing.wish ?? <Badge tone="bad">нет запроса</Badge> },
  {
    key: 'paper',
    label: 'Согласие',
    cell: ({ paper }) =>
      paper === 'ok' ? (
        <Tick>до 30.06.2027</Tick>
      ) : paper === 'late' ? (
        <Badge tone="warn">исполнилось 18</Badge>
      ) : (
        <Badge tone="bad">нет</Badge>
      ),
  },
  { key: 'count', label: 'Встреч', kind: 'number', cell: (thing) => Number(thing.id) * 3 },
];

const Register = () => (
  <>
    <StatRow
      stats={[
        { value: 409, label: 'всего', bar: { percent: 100, tone: 'run' }, note: 'на 12 октября 2026 г.', href: '#1' },
        { value: 391, label: 'с запросом', bar: { percent: 95.6, tone: 'ok' }, note: <a href="#2">18 без запроса</a> },
        { value: 58, label: 'в паре', bar: { percent: 14, tone: 'warn' }, note: <a href="#3">351 ждёт подбора</a> },
        { value: 9, label: 'с ошибками', tone: 'bad' },
      ]}
    />
    <FilterBar
      search={{ action: '/ui', label: 'Фамилия или группа', placeholder: 'Фамилия, группа, телефон' }}
      aside={<a href="#export">Выгрузить</a>}
      live="Найдено 5 человек"
    >
      <FilterMenu {...groupFilter} />
      <FilterPill href="?" label="Статус: участвует" active />
      <FilterPill href="?gaps" label="Только с пробелами" count={72} tone="bad" />
      <FilterPill href="?all" label="Все" count={86} active removable={false} />
    </FilterBar>
    <Table
      caption="Участники"
      columns={columns}
      rows={things}
      rowId={(thing) => `row-${thing.id}`}
      selectable={{
        value: (thing) => thing.id,
        label: (thing) => thing.name,
        checked: (thing) => thing.picked ?? false,
        action: '/ui',
        forms: ['человек', 'человека', 'человек'],
        actions: (
          <>
            <Button size="s" icon="printer" formaction="/ui?print">
              Напечатать согласия
            </Button>
            <Button size="s" icon="send">
              Отправить ссылку
            </Button>
            <Menu label="Ещё" size="s" end>
              <MenuButton formaction="/ui?drop" icon="trash-2">
                Убрать из списка
              </MenuButton>
            </Menu>
          </>
        ),
      }}
      pages={{ page: 1, perPage: 15, total: 409, href: (page) => `?page=${page}` }}
    />
  </>
);

const Tasks = () => (
  <Section title="Просрочено" icon="circle-alert" bad count={1}>
    <TaskList
      tasks={[
        {
          number: '1.3',
          title: 'Пересмотреть положение',
          href: '#1',
          reason: 'Срок — 1 сентября, прошёл 41 день',
          who: 'Гусев О. П.',
          action: (
            <LinkButton href="#2" kind="primary" size="s" icon="file-pen">
              Начать редакцию
            </LinkButton>
          ),
        },
        {
          number: '1.5',
          title: 'Получить запросы от пяти групп',
          reason: 'Ответила 21 группа из 26',
          who: '5 классных руководителей',
          action: (
            <Button size="s" icon="send">
              Напомнить пятерым
            </Button>
          ),
        },
      ]}
    />
  </Section>
);

/** Numbers, filters, tables, tasks, progress, labels with values, empty lists. */
export const TablesPart = () => (
  <>
    <Register />
    <Table
      caption="Пустая"
      columns={columns}
      rows={[]}
      empty={
        <Empty
          title="Здесь будут заявки"
          icon="inbox"
          action={
            <LinkButton href="#new" kind="primary">
              Открыть приём
            </LinkButton>
          }
        >
          Приём ещё не открыт, поэтому заявок нет.
        </Empty>
      }
    />
    <Tasks />
    <Section title="Доли и подписи">
      <Progress done={3} total={8} label="Факты: 3 из 8" aside="закроется сама при 8 из 8" tone="warn" />
      <GoalBar
        label="Довольны"
        percent={88}
        goal={85}
        people={<a href="#61">61 из 69</a>}
        goalText="цель 85 %"
        verdict="достигнута"
        tone="ok"
      />
      <GoalBar
        label="Встречаются"
        percent={66}
        goal={80}
        goalText="цель 80 %"
        verdict="не хватает 14 п. п."
        tone="warn"
      />
      <DefinitionList
        terms={[
          { label: 'Шаблон', value: <a href="#t">Приказ, ред. 4</a> },
          { label: 'Позиций', value: 86 },
          { label: 'Скан', value: null },
        ]}
      />
      <DefinitionList
        rules
        terms={[{ label: 'Телефон', value: '+7 900 000-00-00', action: <a href="#edit">Изменить</a> }]}
      />
    </Section>
    <StatRow
      look="under"
      stats={[
        { value: 86, label: 'из 92 получили пару' },
        { value: 6, label: 'пока без пары' },
      ]}
      aside={<strong>Лучше нельзя — доказано</strong>}
    />
  </>
);
