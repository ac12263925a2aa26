import { type Actor, holds, type Role, roles } from '../../../kernel/actor.ts';
import { type Day, formatDayMonth, partsOf, weekdayName } from '../../../kernel/day.ts';
import { monthGenitive } from '../../../kernel/russian/calendar.ts';
import { counted, plural } from '../../../kernel/russian/plural.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StageRibbon } from '../../../ui/stage-ribbon.tsx';
import { type Task, TaskList } from '../../../ui/task-list.tsx';
import { collegeKeepers } from '../../college/access.ts';
import { theCollege } from '../../college/rows.ts';
import { mayReadWeek } from '../../feedback/access.ts';
import { ownHome, ownPairs } from '../../own-pages/pages/home.tsx';
import { isOwn, mayFollow, mayKeepRoadmap, mayReadRoadmap } from '../access.ts';
import { type Agenda, agendaOf } from '../agenda.ts';
import { daysLate, type LivingRoadmap, type LivingRow, rememberedRoadmap } from '../living-roadmap.ts';
import { Birthdays } from './birthdays.tsx';
import { GroupDuties } from './group-duties.tsx';
import { ribbonStage } from './ribbon.tsx';
import { SupportDuties } from './support-duties.tsx';
import { Waiting } from './waiting.tsx';
import { who } from './words.tsx';

/** They see the whole programme; others see the rows that they answer for. */
const overseers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'methodist', 'working-group'];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const dayTitle = (today: Day): string => `${capital(weekdayName(today))}, ${formatDayMonth(today)}`;

const taskOf = (ctx: PageCtx, row: LivingRow, first: boolean): Task => {
  const [missing, ...others] = row.facts.filter(({ state }) => state !== 'ok');
  const late = daysLate(row, ctx.today);
  const count = missing?.count ? `${missing.count.have} из ${missing.count.need}` : undefined;
  const more = others.length > 0 ? `Не хватает ещё ${counted(others.length, 'факта', 'фактов', 'фактов')}` : undefined;
  const delay =
    late > 0 ? `Прошло ${counted(late, 'день', 'дня', 'дней')}` : `До ${row.due ? formatDayMonth(row.due) : ''}`;
  const action = missing?.action && mayFollow(ctx.actor, missing.action.href) ? missing.action : undefined;
  return {
    number: row.number,
    title: row.title,
    href: `/roadmap/rows/${row.id}`,
    reason: [count, missing?.reason ?? missing?.title, more, delay].filter(Boolean).join('. '),
    who: isOwn(ctx.actor, row) && row.responsible.length === 1 ? 'вы' : who(row),
    action: (
      <LinkButton size="s" kind={first ? 'primary' : 'secondary'} href={action?.href ?? `/roadmap/rows/${row.id}`}>
        {action?.label ?? 'Что нужно'}
      </LinkButton>
    ),
  };
};

const leadOf = ({ overdue, week, month }: Agenda): string => {
  if (overdue.length + week.length + month.length === 0) return 'В этом месяце ничего не горит.';
  const due =
    week.length > 0
      ? `До пятницы ${counted(week.length, 'дело', 'дела', 'дел')}`
      : `До пятницы дел нет, до конца месяца ${counted(month.length, 'дело', 'дела', 'дел')}`;
  const late = counted(overdue.length, 'строка', 'строки', 'строк');
  return overdue.length > 0
    ? `${due}. ${capital(late)} дорожной карты ${plural(overdue.length, 'просрочена', 'просрочены', 'просрочено')}.`
    : `${due}. Просроченного нет.`;
};

const AgendaLists = ({ ctx, agenda }: { readonly ctx: PageCtx; readonly agenda: Agenda }) => {
  const tasks = (rows: readonly LivingRow[], primary = false) =>
    rows.map((row, index) => taskOf(ctx, row, primary && index === 0));
  const monthName = monthGenitive(partsOf(agenda.monthEnd).month);
  const parts = [
    { title: 'Просрочено', rows: agenda.overdue, icon: 'circle-alert' as const, bad: true },
    {
      title: `До пятницы, ${formatDayMonth(agenda.friday)}`,
      rows: agenda.week,
      icon: 'calendar-clock' as const,
      bad: false,
    },
    { title: `До конца ${monthName}`, rows: agenda.month, icon: 'calendar-days' as const, bad: false },
    { title: 'Дальше', rows: agenda.later, icon: 'calendar' as const, bad: false },
  ].filter(({ rows }) => rows.length > 0);
  if (parts.length === 0)
    return (
      <Empty icon="sun" title="Дел со сроком сейчас нет">
        Когда у строки дорожной карты подойдёт срок, она появится здесь с тем, чего ей не хватает.
      </Empty>
    );
  return (
    <>
      {parts.map(({ title, rows, icon, bad }, index) => (
        <Section title={title} icon={icon} count={rows.length} bad={bad}>
          <TaskList tasks={tasks(rows, index === 0)} />
        </Section>
      ))}
    </>
  );
};

/** The first steps are for those who set the college up; another keeper of the roadmap goes straight to it. */
const NoRoadmap = ({ actor }: { readonly actor: Actor }) => {
  const keeper = mayKeepRoadmap(actor) === true;
  const first = holds(actor, ...collegeKeepers);
  return (
    <Note
      kind="info"
      strong
      title="Дорожной карты на этот год ещё нет"
      actions={
        keeper ? (
          <LinkButton kind="primary" href={first ? '/start' : '/roadmap'}>
            {first ? 'Открыть первые шаги' : 'Открыть дорожную карту'}
          </LinkButton>
        ) : undefined
      }
    >
      {keeper
        ? 'С неё всё начинается: возьмите типовую или загрузите свою.'
        : 'Её заводит куратор. Когда она появится, здесь будет видно, что и к какому дню нужно.'}
    </Note>
  );
};

const Ribbon = ({ roadmap }: { readonly roadmap: LivingRoadmap }) => (
  <StageRibbon label="Этапы программы" stages={roadmap.stages.map((stage) => ribbonStage(roadmap, stage))} />
);

const staffPage = async (ctx: PageCtx, year: number) => {
  const { actor, today } = ctx;
  const roadmap = await rememberedRoadmap(ctx, year);
  const overseer = holds(actor, ...overseers);
  const rows = (roadmap?.rows ?? []).filter((row) => overseer || isOwn(actor, row));
  const agenda = agendaOf(rows, today);
  const duties = await GroupDuties({ ctx, year });
  const support = await SupportDuties(ctx, year);
  const birthdays = await Birthdays(ctx);
  const pairs = await ownPairs(ctx);
  const aside = roadmap && overseer ? Waiting({ ctx, data: roadmap.data }) : null;
  const main = (
    <>
      {duties}
      {support}
      {pairs}
      {roadmap ? <AgendaLists ctx={ctx} agenda={agenda} /> : <NoRoadmap actor={actor} />}
      {birthdays}
    </>
  );
  return screen(
    ctx,
    { title: 'Сегодня' },
    <>
      <Heading
        title={dayTitle(today)}
        lead={roadmap ? leadOf(agenda) : undefined}
        actions={
          mayReadWeek(actor) === true ? <LinkButton href="/week">Кому нужен человек на этой неделе</LinkButton> : null
        }
      />
      {roadmap && overseer ? <Ribbon roadmap={roadmap} /> : null}
      {aside ? <Columns aside={aside}>{main}</Columns> : main}
    </>,
  );
};

const isPartner = (actor: Actor): boolean => holds(actor, 'mentor', 'mentee');

export const todayPage: MemberRoute = {
  method: 'GET',
  path: '/',
  who: roles,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    if (mayReadRoadmap(ctx.actor) === true) return staffPage(ctx, currentYear);
    if (isPartner(ctx.actor)) return ownHome(ctx);
    return screen(
      ctx,
      { title: 'Сегодня' },
      <>
        <Heading title={dayTitle(ctx.today)} />
        <Empty icon="sun" title="Здесь будет то, что касается вас">
          Пока для вашей роли на этой странице ничего нет. Куратор программы напишет, когда понадобится ваше участие.
        </Empty>
      </>,
    );
  },
};
