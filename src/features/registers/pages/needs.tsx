import { yearLabel } from '../../../kernel/academic-year.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { mayEnterNeeds, registerReaders } from '../access.ts';
import { type GroupAnswer, groupAnswers, type HeatCell, heatOf } from '../need-rows.ts';
import { countedNeed } from '../texts.ts';
import { frameOf } from './register-parts.tsx';

/** null: confidential needs of a reader who may not tell them apart. */
type Topic = { readonly code: string | null; readonly label: string };

const peopleIn = (cells: readonly HeatCell[], groupId: string | null, topic: string | null): number =>
  cells
    .filter((cell) => (groupId === null || cell.groupId === groupId) && cell.topic === topic)
    .reduce((sum, { people }) => sum + people, 0);

const placeOf = (groupId: string, topic: Topic): string =>
  topic.code === null ? `/mentees?group=${groupId}` : `/mentees?group=${groupId}&topic=${topic.code}`;

const Answer = ({ group }: { readonly group: GroupAnswer }) => {
  if (group.answeredOn) return <Tick>{formatDay(group.answeredOn)}</Tick>;
  return group.withNeed > 0 ? (
    <Badge tone="warn">есть запросы, лист не сдан</Badge>
  ) : (
    <Badge tone="bad">нет ответа</Badge>
  );
};

const columnsOf = (ctx: PageCtx, topics: readonly Topic[], cells: readonly HeatCell[]): Column<GroupAnswer>[] => [
  {
    key: 'group',
    label: 'Группа',
    head: true,
    cell: (group) =>
      mayEnterNeeds(ctx.actor, { groupId: group.id }) === true ? (
        <a href={`/needs/groups/${group.id}`}>{group.code}</a>
      ) : (
        group.code
      ),
  },
  { key: 'answer', label: 'Лист сдан', cell: (group) => <Answer group={group} /> },
  {
    key: 'people',
    label: 'С запросом',
    kind: 'number',
    cell: (group) => (
      <>
        {group.withNeed > 0 ? <a href={`/mentees?group=${group.id}`}>{group.withNeed}</a> : 0} из {group.people}
      </>
    ),
  },
  ...topics.map(
    (topic): Column<GroupAnswer> => ({
      key: `topic-${topic.code ?? 'secret'}`,
      label: topic.label,
      kind: 'number',
      cell: (group) => {
        const people = peopleIn(cells, group.id, topic.code);
        return people > 0 ? <a href={placeOf(group.id, topic)}>{people}</a> : '—';
      },
    }),
  ),
];

const needsScreen = async (ctx: PageCtx) => {
  const frame = await frameOf(ctx);
  const groups = await groupAnswers(ctx.db, frame.year, frame.visible);
  const cells = await heatOf(ctx.db, frame.year, frame.visible, frame.secrets);
  const norms: readonly Topic[] = await normsOf(ctx.db, 'topic');
  // Only topics that somebody named: a table of dashes tells nothing.
  const topics = [...norms, { code: null, label: countedNeed }].filter(({ code }) => peopleIn(cells, null, code) > 0);
  const silent = groups.filter(({ answeredOn, withNeed }) => answeredOn === null && withNeed === 0);
  const [own] = groups.filter(
    (group) => mayEnterNeeds(ctx.actor, { groupId: group.id }) === true && group.answeredOn === null,
  );
  return screen(
    ctx,
    { title: 'Запросы' },
    <>
      <Heading
        title="Запросы"
        lead={
          silent.length === 0
            ? `${yearLabel(frame.year)} учебный год. Ответили все группы.`
            : `${yearLabel(frame.year)} учебный год. Ещё не ответили: ${counted(silent.length, 'группа', 'группы', 'групп')}.`
        }
        actions={
          <>
            <LinkButton icon="qr-code" href="/campaigns">
              Сборы по ссылкам
            </LinkButton>
            {own ? (
              <LinkButton kind="primary" icon="list-checks" href={`/needs/groups/${own.id}`}>
                Заполнить лист {own.code}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Table
        caption="Кому что нужно, по группам и темам"
        rows={groups}
        columns={columnsOf(ctx, topics, cells)}
        marked={({ answeredOn, withNeed }) => answeredOn === null && withNeed === 0}
        empty={
          <Empty
            icon="message-circle"
            title="Групп пока нет"
            action={<LinkButton href="/people">Открыть список людей</LinkButton>}
          >
            Когда в системе появятся учебные группы, здесь будет видно, какая помощь нужна каждой из них.
          </Empty>
        }
      />
    </>,
  );
};

export const needsPage: Route = { method: 'GET', path: '/needs', who: registerReaders, handle: needsScreen };
