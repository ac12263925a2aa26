import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { formOf, readForm, sentValue } from '../../../platform/fields.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { CheckboxGroup } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { groupChoices } from '../../people/study-group-rows.ts';
import {
  mayEnterPapers,
  mayKeepQuestionnaires,
  mayReadResults,
  questionnaireKeepers,
  resultReaders,
  visibleGroups,
} from '../access.ts';
import { prolongFields } from '../fields.ts';
import { changeRound, type RoundChange } from '../open-round.ts';
import { type Round, roundState } from '../round.ts';
import { type Circle, type Invited, invitedOf, roundById } from '../round-rows.ts';
import { versionsOf } from '../rows.ts';
import { roundRefusals } from '../texts.ts';
import { RoundBadge } from './list.tsx';

export const roundIn = async (ctx: PageCtx, input: Input): Promise<Round> =>
  found(await roundById(ctx.db, param(input, 'roundId')), 'round');

/** A class teacher comes in where own students are asked, and nowhere else. */
export const seenRound = async (ctx: PageCtx, input: Input): Promise<{ round: Round; people: Invited[] }> => {
  const round = await roundIn(ctx, input);
  const visible = visibleGroups(ctx.actor);
  const people = await invitedOf(ctx.db, round.id, visible);
  demand(visible === 'all' || people.length > 0 || { because: 'questionnaires.not-own-group' });
  return { round, people };
};

const groupsOf = (people: readonly Invited[]): readonly { id: string; code: string }[] => [
  ...new Map(
    people.flatMap(({ groupId, groupCode }) =>
      groupId ? [[groupId, { id: groupId, code: groupCode ?? '' }] as const] : [],
    ),
  ).values(),
];

const State = ({ person, round }: { readonly person: Invited; readonly round: Round }) => {
  if (person.answered) return <Tick>есть ответы</Tick>;
  return person.begun && !round.anonymous ? <Badge tone="warn">начата</Badge> : <Badge tone="mute">нет ответа</Badge>;
};

const People = ({
  ctx,
  round,
  people,
}: {
  readonly ctx: PageCtx;
  readonly round: Round;
  readonly people: readonly Invited[];
}) => {
  const base = `/questionnaires/rounds/${round.id}`;
  const running = roundState(round, ctx.today) === 'running';
  return (
    <Table
      caption="Кого спросили"
      rows={people}
      columns={[
        {
          key: 'name',
          label: 'Кто',
          head: true,
          cell: (person) => {
            const name = [person.lastName, person.firstName, person.patronymic].filter(Boolean).join(' ');
            return person.answered && !round.anonymous ? (
              <a href={`${base}/persons/${person.personId}`}>{name}</a>
            ) : (
              name
            );
          },
        },
        { key: 'group', label: 'Группа', cell: ({ groupCode }) => groupCode ?? '—' },
        { key: 'state', label: 'Ответ', cell: (person) => <State person={person} round={round} /> },
        {
          key: 'paper',
          label: 'Бумажный лист',
          kind: 'actions',
          labelHidden: true,
          cell: (person) =>
            running && !round.anonymous && mayEnterPapers(ctx.actor, person) === true ? (
              <LinkButton size="s" kind="quiet" href={`${base}/entry/${person.personId}`}>
                Внести лист
              </LinkButton>
            ) : null,
        },
      ]}
    />
  );
};

const Ways = ({
  ctx,
  round,
  people,
}: {
  readonly ctx: PageCtx;
  readonly round: Round;
  readonly people: readonly Invited[];
}) => {
  const base = `/questionnaires/rounds/${round.id}`;
  const keeper = mayKeepQuestionnaires(ctx.actor) === true;
  const groups = groupsOf(people).filter(({ id }) => mayEnterPapers(ctx.actor, { groupId: id }) === true);
  const both = (path: string, label: string, icon: 'qr-code' | 'users') => (
    <PostButton action={`${base}/${path}`} answersPage>
      <Button size="s" icon={icon}>
        {label}
      </Button>
    </PostButton>
  );
  return (
    <Section title="Как ответить" icon="qr-code">
      <p>Из системы: приглашённые видят анкету в разделе «Мои анкеты».</p>
      {keeper ? both('common-link', 'Общий QR-код для всех', 'qr-code') : null}
      {keeper && people.length > 0 ? both('personal-links', 'Личные QR-коды всем, кто не ответил', 'users') : null}
      {groups.map(({ id, code }) => (
        <div class="actions">
          <span>{code}</span>
          {both(`common-link/${id}`, 'Общий QR', 'qr-code')}
          {both(`personal-links/${id}`, 'Личные QR', 'users')}
          {round.anonymous ? (
            <LinkButton size="s" kind="quiet" href={`${base}/entry-of-group/${id}`}>
              Внести листы
            </LinkButton>
          ) : null}
        </div>
      ))}
      <p>
        <a href={`${base}/paper`}>Бланк для печати</a>
      </p>
    </Section>
  );
};

const Keeping = async ({
  ctx,
  round,
  circles,
}: {
  readonly ctx: PageCtx;
  readonly round: Round;
  readonly circles: readonly Circle[];
}) => {
  const base = `/questionnaires/rounds/${round.id}`;
  const [newest] = await versionsOf(ctx.db, round.questionnaireId);
  const groups = await groupChoices(ctx.db);
  const closed = round.closedOn !== null;
  return (
    <>
      {newest && newest.id !== round.versionId ? (
        <Note
          kind="warn"
          title={`Утверждена редакция ${newest.number}, раунд идёт по прежней`}
          actions={
            <PostButton action={`${base}/change`} hidden={{ change: 'version' }}>
              <Button size="s">Перевести на новую</Button>
            </PostButton>
          }
        >
          Кто уже начал отвечать, закончит прежнюю.
        </Note>
      ) : null}
      <Section title="Сроки" icon="calendar-days">
        <Form action={`${base}/change`} hidden={{ change: 'day' }} actions={<Button>Изменить срок</Button>}>
          <FormFields fields={prolongFields} form={formOf({ closesOn: formatDay(round.closesOn) })} />
        </Form>
        <PostButton action={`${base}/change`} hidden={{ change: closed ? 'reopen' : 'close' }}>
          <Button kind="quiet">{closed ? 'Открыть сбор снова' : 'Закончить сбор сейчас'}</Button>
        </PostButton>
      </Section>
      <Section title="Позвать ещё" icon="user-plus">
        <details>
          <summary>Группы и базы</summary>
          <Form action={`${base}/invite`} actions={<Button>Пригласить</Button>}>
            <CheckboxGroup
              name="circles"
              label="База"
              optional
              options={circles.map(({ code, label }) => ({ value: code, label }))}
            />
            <CheckboxGroup
              name="groups"
              label="Группы"
              optional
              look="row"
              options={groups.map(({ id, code }) => ({ value: id, label: code }))}
            />
          </Form>
        </details>
      </Section>
    </>
  );
};

export const roundPage = (circles: readonly Circle[]): MemberRoute => ({
  method: 'GET',
  path: '/questionnaires/rounds/:roundId',
  who: resultReaders,
  async handle(ctx, input) {
    const { round, people } = await seenRound(ctx, input);
    const answered = people.filter((person) => person.answered).length;
    const keeper = mayKeepQuestionnaires(ctx.actor) === true;
    const state = roundState(round, ctx.today);
    const results = mayReadResults(ctx.actor, round) === true;
    return screen(
      ctx,
      { title: round.title },
      <>
        <Heading
          title={round.title}
          crumbs={[{ label: 'Анкеты', href: '/questionnaires' }, { label: round.title }]}
          lead={
            <>
              <RoundBadge round={{ state }} /> {formatDay(round.opensOn)} – {formatDay(round.closesOn)}
              {round.anonymous ? ', ответы без имён' : ''}
            </>
          }
          actions={
            results ? (
              <LinkButton kind="primary" icon="chart-column" href={`/questionnaires/rounds/${round.id}/results`}>
                Результаты
              </LinkButton>
            ) : undefined
          }
        />
        <Columns
          aside={
            <>
              {state === 'over' ? null : <Ways ctx={ctx} round={round} people={people} />}
              {keeper ? <Keeping ctx={ctx} round={round} circles={circles} /> : null}
            </>
          }
        >
          {people.length > 0 ? (
            <>
              <Progress done={answered} total={people.length} label={`Ответили ${answered} из ${people.length}`} />
              <People ctx={ctx} round={round} people={people} />
            </>
          ) : (
            <Note>Поимённо никого не звали: отвечают по общей ссылке. Сколько пришло, видно в результатах.</Note>
          )}
        </Columns>
      </>,
    );
  },
});

const changeIn = (input: Input): RoundChange | undefined => {
  const wanted = sentValue(input.form, 'change');
  if (wanted === 'version') return { newestVersion: true };
  if (wanted === 'close' || wanted === 'reopen') return { closed: wanted === 'close' };
  const read = readForm(prolongFields, input.form);
  return read.ok ? { closesOn: read.value.closesOn } : undefined;
};

export const changeOne: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/rounds/:roundId/change',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const round = await roundIn(ctx, input);
    const change = changeIn(input);
    const outcome = change && (await changeRound(ctx, round.id, change));
    const text = !outcome
      ? 'Впишите дату, например 31.10.2026'
      : outcome.ok
        ? 'Раунд изменён'
        : roundRefusals[outcome.reason];
    return goTo(`/questionnaires/rounds/${round.id}`, { toast: { text } });
  },
};
