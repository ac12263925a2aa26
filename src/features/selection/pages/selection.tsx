import { yearLabel } from '../../../kernel/academic-year.ts';
import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { fullName, plain } from '../../people/person.ts';
import { mayDecide, mayKeepSelection, mayReadSelection, selectionReaders } from '../access.ts';
import { type CandidateStep, candidateSteps, stepOf } from '../candidate.ts';
import { type CandidateLine, candidatesOf, factsOf } from '../candidate-rows.ts';
import { judge, lackingOf } from '../requirement.ts';
import { isUntouched, rulesOf } from '../setting-rows.ts';
import { resultWords, stepNames } from '../texts.ts';
import { placeOf, StepBadge } from './words.tsx';

const perPage = 50;

interface Shown extends CandidateLine {
  readonly step: CandidateStep;
  readonly lacking: readonly string[];
}

const addressOf = (query: URLSearchParams, change: Readonly<Record<string, string>>): string => {
  const next = new URLSearchParams(query);
  if (!('page' in change)) next.delete('page');
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next.size > 0 ? `/selection?${next}` : '/selection';
};

const Lacking = ({ lacking }: Pick<Shown, 'lacking'>) => {
  if (lacking.length === 0) return <>—</>;
  return (
    <Badge tone="warn">
      {lacking[0]}
      {lacking.length > 1 ? ` и ещё ${lacking.length - 1}` : ''}
    </Badge>
  );
};

const scoreOf = ({ result }: Shown): string => (result === null ? '—' : resultWords(result).join('; '));

const interviewOf = ({ track }: Shown): string => {
  if (track.invitedOn) return `назначено на ${formatDay(track.invitedOn)}`;
  return track.interviewOn ? formatDay(track.interviewOn) : '—';
};

const decisionNote = ({ decidedOn, fixed, minutesId }: Shown) => {
  if (decidedOn === null) return null;
  if (minutesId === null) return <span class="hint"> без протокола</span>;
  return fixed ? null : <span class="hint"> протокол не подписан</span>;
};

const page = async (ctx: PageCtx, { query }: Input) => {
  demand(mayReadSelection(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const rules = await rulesOf(ctx.db);
  const forms = await normsOf(ctx.db, 'form');
  const all: Shown[] = (await candidatesOf(ctx.db, currentYear)).map((line) => ({
    ...line,
    step: stepOf(line.track),
    lacking: lackingOf(judge(rules, factsOf(line, ctx.today), ctx.today)).map(({ rule }) => rule.words),
  }));
  const form = query.get('form') ?? '';
  const ofForm = form ? all.filter((one) => one.forms.includes(form)) : all;
  const step = candidateSteps.find((one) => one === query.get('step'));
  const words = plain(query.get('q') ?? '')
    .split(' ')
    .filter(Boolean);
  const rows = ofForm
    .filter((one) => step === undefined || one.step === step)
    .filter((one) => words.every((word) => plain(`${fullName(one)} ${placeOf(one)}`).includes(word)));
  const pageNumber = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);
  const ripe = all.filter((one) => one.step === 'interviewed').length;
  const keeps = mayKeepSelection(ctx.actor) === true;
  const starter = keeps && (await isUntouched(ctx.db));
  return screen(
    ctx,
    { title: 'Отбор наставников', wide: true },
    <>
      <Heading
        title="Отбор наставников"
        lead={`Состав на ${yearLabel(currentYear)} учебный год: ${counted(all.length, 'кандидат', 'кандидата', 'кандидатов')}, ждут решения группы — ${ripe}.`}
        actions={
          <>
            <LinkButton href="/selection/interviews" icon="calendar-clock">
              Собеседования
            </LinkButton>
            {keeps ? (
              <LinkButton href="/selection/rules" icon="sliders-horizontal">
                Требования
              </LinkButton>
            ) : null}
            {mayDecide(ctx.actor) === true ? (
              <LinkButton kind="primary" href="/selection/decision" icon="clipboard-check">
                Решение группы
              </LinkButton>
            ) : null}
          </>
        }
      />
      {starter ? (
        <Note
          title="Требований и вопросов собеседования ещё нет"
          actions={<LinkButton href="/selection/rules">Взять готовый список</LinkButton>}
        >
          Возьмите готовый и поправьте под положение вашего колледжа.
        </Note>
      ) : null}
      {keeps && step === 'new' && ofForm.some((one) => one.step === 'new') ? (
        <Note
          title="Анкета отбора"
          actions={
            <PostButton action="/selection/ask">
              <Button>Попросить всех без анкеты</Button>
            </PostButton>
          }
        >
          Анкета появится у каждого среди «Моих анкет»; баллы посчитаются сами. Кто уже приглашён, второй раз не
          получит. Ссылка для того, у кого нет входа, — в карточке кандидата.
        </Note>
      ) : null}
      <FilterBar
        search={{
          action: '/selection',
          label: 'Найти кандидата',
          placeholder: 'Фамилия, группа, должность',
          value: query.get('q') ?? '',
        }}
        keep={Object.fromEntries([...query].filter(([name]) => name !== 'q' && name !== 'page'))}
        live={`Найдено: ${rows.length}`}
      >
        <FilterPill
          href={addressOf(query, { step: '' })}
          label="Все"
          count={ofForm.length}
          active={step === undefined}
          removable={false}
        />
        {candidateSteps.map((one) => (
          <FilterPill
            href={addressOf(query, { step: one })}
            label={stepNames[one]}
            count={ofForm.filter((line) => line.step === one).length}
            active={step === one}
            removable={false}
          />
        ))}
        <FilterMenu
          label="Форма"
          clear={addressOf(query, { form: '' })}
          options={forms.map(({ code, label }) => ({
            label,
            href: addressOf(query, { form: code }),
            current: code === form,
          }))}
        />
      </FilterBar>
      <Table
        caption="Кандидаты в наставники"
        rows={rows.slice((pageNumber - 1) * perPage, pageNumber * perPage)}
        rowId={({ id }) => `row-${id}`}
        columns={[
          {
            key: 'name',
            label: 'Кандидат',
            head: true,
            cell: (row) => <a href={`/selection/${row.id}`}>{fullName(row)}</a>,
          },
          { key: 'place', label: 'Группа или должность', cell: (row) => placeOf(row) || '—' },
          {
            key: 'step',
            label: 'Где сейчас',
            cell: (row) => (
              <>
                <StepBadge step={row.step} />
                {decisionNote(row)}
              </>
            ),
          },
          { key: 'score', label: 'Анкета', secondary: true, cell: scoreOf },
          { key: 'interview', label: 'Собеседование', secondary: true, cell: interviewOf },
          { key: 'lacking', label: 'Не хватает', cell: (row) => <Lacking lacking={row.lacking} /> },
        ]}
        pages={{
          page: pageNumber,
          perPage,
          total: rows.length,
          href: (next) => addressOf(query, { page: String(next) }),
        }}
        empty={
          <Empty
            icon="award"
            title={all.length === 0 ? 'Кандидатов пока нет' : 'Никого не нашлось'}
            action={
              all.length === 0 ? (
                <LinkButton href="/mentors">Открыть базу наставников</LinkButton>
              ) : (
                <LinkButton href="/selection">Показать всех</LinkButton>
              )
            }
          >
            {all.length === 0
              ? 'Сюда попадают все, кто записан в базу наставников.'
              : 'Снимите отбор или поправьте поиск.'}
          </Empty>
        }
      />
    </>,
  );
};

export const selectionPage: MemberRoute = {
  method: 'GET',
  path: '/selection',
  who: selectionReaders,
  handle: page,
};
