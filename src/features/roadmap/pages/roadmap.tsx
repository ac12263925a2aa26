import { academicYear, yearLabel } from '../../../kernel/academic-year.ts';
import { formatDayLong } from '../../../kernel/day.ts';
import { plural } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { sampleMarks, Timeline, TimelineLegend, type TimelineRow } from '../../../ui/timeline.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayKeepDocuments } from '../../documents/access.ts';
import { isInForce } from '../../documents/document.ts';
import { isOwn, mayFollow, mayKeepRoadmap, roadmapKeepers, roadmapReaders } from '../access.ts';
import { installTemplate } from '../install-template.ts';
import { type LivingRoadmap, type LivingRow, rememberedRoadmap } from '../living-roadmap.ts';
import { installRefusals } from '../texts.ts';
import {
  fitsState,
  type RoadmapFilter,
  readFilter,
  roadmapHref,
  rowHref,
  type StateFilter,
  stateFilters,
} from './address.ts';
import { Chips, factsWords, marksOf, sentenceOf, shortDay, stateOf, tones, who } from './words.tsx';

const pillWords: Readonly<Record<StateFilter, readonly [string, string]>> = {
  overdue: ['просрочена', 'просрочены'],
  'due-soon': ['срок близко', 'срок близко'],
  open: ['в окне', 'в окне'],
  closed: ['закрыта', 'закрыты'],
  ahead: ['впереди', 'впереди'],
  undated: ['без срока', 'без срока'],
};

const timelineRow = (ctx: PageCtx, row: LivingRow, filter: RoadmapFilter, openId: string | undefined): TimelineRow => ({
  id: `row-${row.id}`,
  number: row.number,
  title: row.title,
  href: rowHref(row.id, filter),
  who: who(row),
  chips: <Chips facts={row.facts} mayFollow={(href) => mayFollow(ctx.actor, href)} instead={rowHref(row.id, filter)} />,
  marks: marksOf(row, ctx.today),
  state: stateOf(row),
  facts: factsWords(row, ctx.today),
  sentence: sentenceOf(row),
  selected: row.id === openId,
});

const Legend = () => (
  <>
    <TimelineLegend mark={sampleMarks.closed}>закрыта</TimelineLegend>
    <TimelineLegend mark={sampleMarks.run}>в окне, заливка — доля фактов</TimelineLegend>
    <TimelineLegend mark={sampleMarks.warn}>до срока меньше 20 дней</TimelineLegend>
    <TimelineLegend mark={sampleMarks.overdue}>просрочена</TimelineLegend>
    <TimelineLegend mark={sampleMarks.ahead}>впереди</TimelineLegend>
    <TimelineLegend mark={sampleMarks.constant}>постоянно</TimelineLegend>
    <TimelineLegend mark={sampleMarks.date}>срок-дата</TimelineLegend>
  </>
);

/** An order is there, in force or in the works. */
const hasOrder = ({ data }: LivingRoadmap): boolean => data.papers.some(({ kind }) => kind === 'roadmap-order');

const approval = ({ data }: LivingRoadmap): string => {
  const order = data.papers.find(({ kind, status }) => kind === 'roadmap-order' && isInForce(status));
  const approved =
    order?.day && order.number
      ? `Приказ № ${order.number} от ${formatDayLong(order.day)}`
      : 'Приказа об утверждении пока нет.';
  return `${approved} Строка закрывается сама, когда собраны её факты.`;
};

const Filters = ({
  ctx,
  roadmap,
  filter,
  shown,
}: {
  readonly ctx: PageCtx;
  readonly roadmap: LivingRoadmap;
  readonly filter: RoadmapFilter;
  readonly shown: number;
}) => {
  const rows = roadmap.rows.filter((row) => !filter.mine || isOwn(ctx.actor, row));
  const countOf = (state: StateFilter) => rows.filter((row) => fitsState(row, state)).length;
  const own = roadmap.rows.filter((row) => isOwn(ctx.actor, row)).length;
  return (
    <FilterBar live={`Показано строк: ${shown}`}>
      <FilterPill
        href={roadmapHref(filter, { state: null })}
        label="Все строки"
        count={rows.length}
        active={filter.state === null}
        removable={false}
      />
      {stateFilters
        .filter((state) => countOf(state) > 0 || filter.state === state)
        .map((state) => (
          <FilterPill
            href={roadmapHref(filter, { state: filter.state === state ? null : state })}
            label={plural(countOf(state), pillWords[state][0], pillWords[state][1], pillWords[state][1])}
            count={countOf(state)}
            tone={tones[state]}
            active={filter.state === state}
          />
        ))}
      {own > 0 || filter.mine ? (
        <FilterPill
          href={roadmapHref(filter, { mine: !filter.mine })}
          label="Только мои"
          count={own}
          active={filter.mine}
          icon="user"
        />
      ) : null}
    </FilterBar>
  );
};

const closedOf = (rows: readonly LivingRow[]): string =>
  `закрыто ${rows.filter(({ state }) => state === 'closed').length} из ${rows.length}`;

/** The whole roadmap; with a row opened, it is marked, and its panel stands beside. */
export const RoadmapBody = ({
  ctx,
  roadmap,
  filter,
  openId,
}: {
  readonly ctx: PageCtx;
  readonly roadmap: LivingRoadmap;
  readonly filter: RoadmapFilter;
  readonly openId?: string | undefined;
}) => {
  const keeper = mayKeepRoadmap(ctx.actor) === true;
  const fits = (row: LivingRow) => fitsState(row, filter.state) && (!filter.mine || isOwn(ctx.actor, row));
  const groups = roadmap.stages
    .map((stage) => ({ stage, rows: stage.rows.filter(fits) }))
    .filter(({ stage, rows }) => rows.length > 0 || (filter.state === null && !filter.mine && stage.rows.length === 0));
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <>
      <Heading
        title={`Дорожная карта ${yearLabel(roadmap.year)}`}
        lead={approval(roadmap)}
        actions={
          keeper ? (
            <>
              {mayKeepDocuments(ctx.actor) === true && !hasOrder(roadmap) ? (
                <PostButton action="/roadmap/order" hidden={{ year: roadmap.year }}>
                  <Button kind="primary" icon="file-plus" busy="Составляем…">
                    Приказ об утверждении
                  </Button>
                </PostButton>
              ) : null}
              <LinkButton icon="calendar-plus" href="/roadmap/next-year">
                На следующий год
              </LinkButton>
              <LinkButton icon="plus" href={`/roadmap/new?year=${roadmap.year}`}>
                Добавить строку
              </LinkButton>
              <LinkButton icon="upload" href={`/roadmap/import?year=${roadmap.year}`}>
                Загрузить другую
              </LinkButton>
            </>
          ) : null
        }
      />
      <Filters ctx={ctx} roadmap={roadmap} filter={filter} shown={shown} />
      {shown === 0 ? (
        <Empty
          icon="map"
          title="Таких строк нет"
          action={<LinkButton href={roadmapHref(filter, { state: null, mine: false })}>Показать все строки</LinkButton>}
        >
          Под этот отбор не подходит ни одна строка карты.
        </Empty>
      ) : (
        <Timeline
          groups={groups.map(({ stage, rows }) => ({
            number: String(stage.number),
            title: stage.title || `Этап ${stage.number}`,
            note: stage.rows.length > 0 ? closedOf(stage.rows) : undefined,
            rows: rows.map((row) => timelineRow(ctx, row, filter, openId)),
          }))}
          scale={academicYear(roadmap.year)}
          today={ctx.today}
          todayLabel={shortDay(ctx.today)}
          heads={{ row: 'Строка, ответственные, документы', state: 'Состояние и факты' }}
          legend={<Legend />}
        />
      )}
    </>
  );
};

const NoRoadmap = ({ ctx, year }: { readonly ctx: PageCtx; readonly year: number }) => {
  const keeper = mayKeepRoadmap(ctx.actor) === true;
  return (
    <>
      <Heading title={`Дорожная карта ${yearLabel(year)}`} lead="Карты на этот год ещё нет." />
      <Empty
        icon="map"
        title="Здесь будут мероприятия года, их сроки и то, что их закрывает"
        action={
          keeper ? (
            <div class="actions">
              <PostButton action="/roadmap/template" hidden={{ year }}>
                <Button kind="primary" icon="map">
                  Взять типовую карту
                </Button>
              </PostButton>
              <LinkButton icon="upload" href={`/roadmap/import?year=${year}`}>
                Загрузить свою
              </LinkButton>
            </div>
          ) : undefined
        }
      >
        {keeper
          ? 'Возьмите типовую карту целевой модели и поправьте под себя или загрузите свою из Word, Excel или вставленного текста.'
          : 'Её заводит куратор, методист или заместитель руководителя.'}
      </Empty>
    </>
  );
};

export const roadmapPage: MemberRoute = {
  method: 'GET',
  path: '/roadmap',
  who: roadmapReaders,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    const filter = readFilter(input.query, currentYear);
    const roadmap = await rememberedRoadmap(ctx, filter.year);
    return screen(
      ctx,
      { title: `Дорожная карта ${yearLabel(filter.year)}`, wide: true },
      roadmap ? (
        <RoadmapBody ctx={ctx} roadmap={roadmap} filter={filter} />
      ) : (
        <NoRoadmap ctx={ctx} year={filter.year} />
      ),
    );
  },
};

export const takeTemplate: Route = {
  method: 'POST',
  path: '/roadmap/template',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    const { year } = readFilter(new URLSearchParams({ year: input.form.values.year?.[0] ?? '' }), currentYear);
    const outcome = await installTemplate(ctx, year);
    const text = outcome.ok ? 'Типовая карта взята. Поправьте сроки и ответственных' : installRefusals[outcome.reason];
    return goTo(`/roadmap?year=${year}`, { toast: { text } });
  },
};
