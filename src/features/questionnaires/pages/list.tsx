import { yearLabel } from '../../../kernel/academic-year.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { mayKeepQuestionnaires, questionnaireKeepers, resultReaders, visibleGroups } from '../access.ts';
import { installSets } from '../install-sets.ts';
import { type RoundProgress, roundProgress } from '../progress-rows.ts';
import { moments } from '../questionnaire.ts';
import { invitedOf } from '../round-rows.ts';
import { type ListedQuestionnaire, listQuestionnaires } from '../rows.ts';
import { momentNames, sideNames, stateNames } from '../texts.ts';

const tones = { ahead: 'mute', running: 'run', over: 'ok' } as const;

export const RoundBadge = ({ round }: { readonly round: Pick<RoundProgress, 'state'> }) => (
  <Badge tone={tones[round.state]}>{stateNames[round.state]}</Badge>
);

const Rounds = ({ rounds }: { readonly rounds: readonly RoundProgress[] }) => (
  <Table
    caption="Раунды этого учебного года"
    rows={rounds}
    columns={[
      {
        key: 'title',
        label: 'Раунд',
        head: true,
        cell: (one) => <a href={`/questionnaires/rounds/${one.roundId}`}>{one.title}</a>,
      },
      { key: 'days', label: 'Дни', cell: (one) => `${formatDay(one.opensOn)} – ${formatDay(one.closesOn)}` },
      { key: 'state', label: 'Состояние', cell: (one) => <RoundBadge round={one} /> },
      {
        key: 'answered',
        label: 'Ответили',
        kind: 'number',
        cell: (one) => (
          <a href={`/questionnaires/rounds/${one.roundId}`}>
            {one.invited > 0 ? `${one.answered} из ${one.invited}` : one.sheets}
          </a>
        ),
      },
    ]}
    empty={
      <Empty icon="clipboard-list" title="Раундов ещё не было">
        Утверждённую анкету рассылают со страницы самой анкеты.
      </Empty>
    }
  />
);

const purposeOf = (one: ListedQuestionnaire, forms: ReadonlyMap<string, string>): string =>
  [one.form ? (forms.get(one.form) ?? one.form) : '', one.role ? sideNames[one.role] : '', momentNames[one.moment]]
    .filter(Boolean)
    .join(', ');

const Questionnaires = ({
  list,
  forms,
}: {
  readonly list: readonly ListedQuestionnaire[];
  readonly forms: ReadonlyMap<string, string>;
}) => (
  <Table
    caption="Анкеты"
    rows={list}
    columns={[
      {
        key: 'title',
        label: 'Анкета',
        head: true,
        cell: ({ id, title }) => <a href={`/questionnaires/${id}`}>{title}</a>,
      },
      { key: 'purpose', label: 'Для кого и когда', secondary: true, cell: (one) => purposeOf(one, forms) },
      { key: 'questions', label: 'Вопросов', kind: 'number', cell: ({ questions }) => questions },
      {
        key: 'approved',
        label: 'Утверждена',
        cell: ({ approved, archivedOn }) =>
          archivedOn ? (
            'в архиве'
          ) : approved ? (
            `редакция ${approved.number}, ${approved.label}`
          ) : (
            <Badge tone="warn">не утверждена</Badge>
          ),
      },
      { key: 'rounds', label: 'Раундов', kind: 'number', secondary: true, cell: ({ rounds }) => rounds },
    ]}
  />
);

/** A class teacher sees the progress of own groups only. */
const roundsSeen = async (ctx: PageCtx): Promise<RoundProgress[]> => {
  const { currentYear } = await theCollege(ctx.db);
  const rounds = await roundProgress(ctx.db, currentYear, ctx.today);
  const visible = visibleGroups(ctx.actor);
  if (visible === 'all') return rounds;
  const own: RoundProgress[] = [];
  for (const round of rounds) {
    const people = await invitedOf(ctx.db, round.roundId, visible);
    const answered = people.filter((person) => person.answered).length;
    if (people.length > 0) own.push({ ...round, invited: people.length, answered, sheets: answered });
  }
  return own;
};

export const listPage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires',
  who: resultReaders,
  async handle(ctx, { query }) {
    const keeper = mayKeepQuestionnaires(ctx.actor) === true;
    const all = visibleGroups(ctx.actor) === 'all';
    const moment = moments.find((one) => one === query.get('moment'));
    const archived = query.get('archived') === '1';
    const everything = all ? await listQuestionnaires(ctx.db) : [];
    const current = everything.filter(({ archivedOn }) => (archivedOn !== null) === archived);
    const list = current.filter((one) => moment === undefined || one.moment === moment);
    const forms = new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label]));
    const { currentYear } = await theCollege(ctx.db);
    const rounds = await roundsSeen(ctx);
    const running = rounds.filter(({ state }) => state === 'running').length;
    return screen(
      ctx,
      { title: 'Анкеты' },
      <>
        <Heading
          title="Анкеты"
          lead={`${yearLabel(currentYear)} учебный год. ${running > 0 ? `Идёт ${counted(running, 'раунд', 'раунда', 'раундов')}.` : 'Сейчас ответы не собираются.'}`}
          actions={
            keeper ? (
              <>
                <LinkButton href="/questionnaires/import" icon="upload">
                  Загрузить из файла
                </LinkButton>
                <LinkButton kind="primary" icon="plus" href="/questionnaires/new">
                  Новая анкета
                </LinkButton>
              </>
            ) : undefined
          }
        />
        <Section title="Раунды" count={rounds.length}>
          <Rounds rounds={rounds} />
        </Section>
        {all ? (
          <Section
            title="Все анкеты"
            count={current.length}
            aside={
              keeper ? (
                <PostButton action="/questionnaires/built-in">
                  <Button size="s" kind="quiet">
                    Взять недостающие готовые анкеты
                  </Button>
                </PostButton>
              ) : undefined
            }
          >
            <FilterBar live={`Анкет: ${list.length}`}>
              {moments.map((one) => (
                <FilterPill
                  label={momentNames[one]}
                  active={moment === one}
                  href={moment === one ? '/questionnaires' : `/questionnaires?moment=${one}`}
                  count={current.filter((each) => each.moment === one).length}
                />
              ))}
              <FilterPill
                label="в архиве"
                active={archived}
                href={archived ? '/questionnaires' : '/questionnaires?archived=1'}
              />
            </FilterBar>
            {list.length > 0 ? (
              <Questionnaires list={list} forms={forms} />
            ) : (
              <Empty icon="clipboard-list" title="Таких анкет нет">
                В системе есть готовые анкеты для каждой формы: до начала, по итогам и для отбора наставников. Возьмите
                их и поправьте под себя.
              </Empty>
            )}
          </Section>
        ) : null}
      </>,
    );
  },
};

export const takeSets: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/built-in',
  who: questionnaireKeepers,
  async handle(ctx) {
    const outcome = await installSets(ctx);
    const count = outcome.ok ? outcome.value : 0;
    const text = count > 0 ? `Взято: ${counted(count, 'анкета', 'анкеты', 'анкет')}` : 'Все готовые анкеты уже здесь';
    return goTo('/questionnaires', { toast: { text } });
  },
};
