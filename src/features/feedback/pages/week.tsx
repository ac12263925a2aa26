import { addDays, formatDayMonth, weekday } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { readForm } from '../../../platform/fields.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { screen } from '../../../ui/screen.tsx';
import { TaskList } from '../../../ui/task-list.tsx';
import { chooseReminders } from '../../meetings/choose-reminders.ts';
import { reminderFields } from '../../meetings/fields.ts';
import { letterWishOf } from '../../meetings/letter-rows.ts';
import { weekReaders } from '../access.ts';
import { readWeek, type WeekSource } from '../read-week.ts';
import { partsOf, type WeekKind, type WeekPart, weekKinds } from '../week.ts';
import { kindActions, kindNames } from '../week-texts.ts';

/** Lines of a kind on the whole list; the rest is one press away. */
const shown = 5;
const perPage = 50;

const icons: Readonly<Record<WeekKind, IconName>> = {
  risk: 'circle-alert',
  help: 'hand-heart',
  question: 'message-circle',
  case: 'users',
  meeting: 'calendar-check',
  plan: 'target',
  round: 'list-checks',
  consent: 'file-check',
};

const Part = ({
  part: { kind, lines: all },
  lines,
  first,
}: {
  readonly part: WeekPart;
  /** Those that are shown. */
  readonly lines: WeekPart['lines'];
  readonly first: boolean;
}) => (
  <Section
    title={kindNames[kind]}
    icon={icons[kind]}
    count={all.length}
    bad={kind === 'risk' || kind === 'help'}
    aside={lines.length <= shown && all.length > shown ? <a href={`/week?kind=${kind}`}>Показать все</a> : undefined}
  >
    <TaskList
      tasks={lines.map(({ title, reason, who, href }, index) => ({
        ...{ title, reason, who, href },
        action: (
          <LinkButton size="s" kind={first && index === 0 ? 'primary' : 'secondary'} href={href}>
            {kindActions[kind]}
          </LinkButton>
        ),
      }))}
    />
  </Section>
);

const pageOf = (query: URLSearchParams, lines: number): number => {
  const asked = Number(query.get('page') ?? '1');
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), Math.max(1, Math.ceil(lines / perPage))) : 1;
};

const OnePart = ({ part, query }: { readonly part: WeekPart; readonly query: URLSearchParams }) => {
  const page = pageOf(query, part.lines.length);
  const lines = part.lines.slice((page - 1) * perPage, page * perPage);
  const to = (number: number) => `/week?kind=${part.kind}&page=${number}`;
  return (
    <>
      <Part part={part} lines={lines} first />
      {part.lines.length > perPage ? (
        <p class="actions">
          {page > 1 ? <LinkButton href={to(page - 1)}>Назад</LinkButton> : null}
          {page * perPage < part.lines.length ? <LinkButton href={to(page + 1)}>Дальше</LinkButton> : null}
        </p>
      ) : null}
    </>
  );
};

/** Whoever gets the letter of the week may do without it. */
const Letter = async ({ ctx }: { readonly ctx: PageCtx }) => {
  const { personId, roles } = ctx.actor;
  if (personId === null || !roles.includes('curator') || (!ctx.sendsMail && ctx.messengers.length === 0)) return null;
  const off = (await letterWishOf(ctx.db, personId)) === 'none';
  return (
    <PostButton action="/week/letter" hidden={{ letters: off ? 'week' : 'none' }}>
      <Button kind="quiet" icon="mail">
        {off ? 'Присылать эту неделю письмом' : 'Не присылать неделю письмом'}
      </Button>
    </PostButton>
  );
};

export const chooseLetter: MemberRoute = {
  method: 'POST',
  path: '/week/letter',
  who: weekReaders,
  async handle(ctx, { form }) {
    const read = readForm(reminderFields, form);
    const outcome = read.ok ? await chooseReminders(ctx, read.value.letters) : undefined;
    return goTo('/week', { toast: { text: outcome?.ok ? 'Записано' : 'Не записано: к учётной записи нет карточки' } });
  },
};

/** «Неделя куратора»: one list of what needs a person. */
export const weekPage = (sources: readonly WeekSource[]): MemberRoute => ({
  method: 'GET',
  path: '/week',
  who: weekReaders,
  async handle(ctx, { query }) {
    const lines = await readWeek(ctx, sources);
    const parts = partsOf(lines);
    const kind = weekKinds.find((one) => one === query.get('kind'));
    const chosen = parts.find((part) => part.kind === kind);
    const monday = addDays(ctx.today, 1 - weekday(ctx.today));
    return screen(
      ctx,
      { title: 'Неделя' },
      <>
        <Heading
          title={`Неделя с ${formatDayMonth(monday)}`}
          lead={
            lines.length > 0
              ? `${counted(lines.length, 'дело ждёт', 'дела ждут', 'дел ждут')} человека.`
              : 'Никого не нужно подталкивать.'
          }
        />
        {parts.length > 1 || kind ? (
          <FilterBar live={`Показано: ${chosen?.lines.length ?? lines.length}`}>
            <FilterPill href="/week" label="Всё" count={lines.length} active={!kind} removable={false} />
            {parts.map((part) => (
              <FilterPill
                href={part.kind === kind ? '/week' : `/week?kind=${part.kind}`}
                label={kindNames[part.kind]}
                count={part.lines.length}
                active={part.kind === kind}
              />
            ))}
          </FilterBar>
        ) : null}
        {lines.length === 0 || (kind && !chosen) ? (
          <Empty icon="sun" title={kind ? `${kindNames[kind]}: таких нет` : 'На этой неделе никто не ждёт'}>
            Здесь появятся пары под вопросом, незаписанные встречи, планы без согласования, анкеты без ответа и
            согласия, которые скоро кончатся. Пары и встречи можно посмотреть в разделе «Работа».
          </Empty>
        ) : null}
        {chosen ? <OnePart part={chosen} query={query} /> : null}
        {kind
          ? null
          : parts.map((part, index) => <Part part={part} lines={part.lines.slice(0, shown)} first={index === 0} />)}
        <Letter ctx={ctx} />
      </>,
    );
  },
});
