import { Failure } from '../../../kernel/failure.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StatRow } from '../../../ui/stat-row.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { fullName } from '../../people/person.ts';
import { consentReaders, consentRecorders, mayRecordConsent, mayWriteConsentTexts, visibleGroups } from '../access.ts';
import { type ConsentState, consentStates, isPurpose, purposes, signatoryNeeded, statesInForce } from '../consent.ts';
import type { Circle } from '../consequence.ts';
import { type ConsentFilter, type ConsentLine, consentPage, countStates, groupChoices } from '../register-rows.ts';
import { purposeHints, purposeNames, signatoryNames, stateNames } from '../texts.ts';
import { ConsentMark, Place } from './words.tsx';

const perPage = 25;
const everybody = 'all';

/** Where a filter leads: the address with some of its words replaced; '' takes a word away, the page starts anew. */
const withWords = (query: URLSearchParams, changes: Readonly<Record<string, string>>): string => {
  const next = new URLSearchParams(query);
  next.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  const words = next.toString();
  return words ? `/consents?${words}` : '/consents';
};

const uuid = /^[0-9a-f-]{36}$/;

const filterOf = (query: URLSearchParams, circles: readonly Circle[]): ConsentFilter => {
  const purpose = query.get('purpose') ?? '';
  const group = query.get('group') ?? '';
  const state = query.get('state');
  const who = query.get('who');
  const [first = null] = circles;
  return {
    purpose: isPurpose(purpose) ? purpose : 'processing',
    search: query.get('q') ?? '',
    groupId: uuid.test(group) ? group : null,
    state: state === 'absent' ? state : (consentStates.find((each) => each === state) ?? null),
    circle: who === everybody ? null : (circles.find(({ code }) => code === who) ?? first),
  };
};

const Filters = ({
  query,
  filter,
  groups,
  circles,
  shown,
}: {
  readonly query: URLSearchParams;
  readonly filter: ConsentFilter;
  readonly groups: readonly { readonly id: string; readonly code: string }[];
  readonly circles: readonly Circle[];
  readonly shown: number;
}) => {
  const kept = Object.fromEntries([...query].filter(([name]) => name !== 'q' && name !== 'page'));
  return (
    <FilterBar
      search={{
        action: '/consents',
        label: 'Найти человека',
        placeholder: 'Фамилия, группа, телефон',
        value: filter.search,
      }}
      keep={kept}
      live={`Найдено: ${shown}`}
    >
      {circles.length > 0 ? (
        <FilterMenu
          label="Кто"
          clear={withWords(query, { who: '' })}
          options={[...circles.slice(1), { code: everybody, label: 'все люди колледжа' }].map(({ code, label }) => ({
            label,
            href: withWords(query, { who: code }),
            current: query.get('who') === code,
          }))}
        />
      ) : null}
      <FilterMenu
        label="Группа"
        clear={withWords(query, { group: '' })}
        options={groups.map(({ id, code }) => ({
          label: code,
          href: withWords(query, { group: id }),
          current: id === filter.groupId,
        }))}
      />
      <FilterMenu
        label="Состояние"
        clear={withWords(query, { state: '' })}
        options={consentStates.map((state) => ({
          label: stateNames[state],
          href: withWords(query, { state }),
          current: state === filter.state,
        }))}
      />
      <FilterPill
        label="Только где не хватает"
        active={filter.state === 'absent'}
        href={withWords(query, { state: filter.state === 'absent' ? '' : 'absent' })}
      />
    </FilterBar>
  );
};

const columnsOf = (ctx: PageCtx, { purpose }: ConsentFilter): Column<ConsentLine>[] => [
  {
    key: 'name',
    label: 'Фамилия, имя, отчество',
    head: true,
    cell: (row) => <a href={`/consents/people/${row.id}`}>{fullName(row)}</a>,
  },
  { key: 'place', label: 'Группа или должность', cell: (row) => <Place person={row} today={ctx.today} /> },
  { key: 'state', label: 'Согласие', cell: (row) => <ConsentMark state={row.state} till={row.till} /> },
  {
    key: 'signatory',
    label: 'Чья подпись нужна',
    secondary: true,
    cell: (row) => signatoryNames[signatoryNeeded(row, ctx.today)],
  },
  {
    key: 'actions',
    label: 'Действия',
    labelHidden: true,
    kind: 'actions',
    cell: (row) =>
      mayRecordConsent(ctx.actor, row) === true && row.state !== 'valid' ? (
        <LinkButton
          size="s"
          kind="quiet"
          href={`/consents/people/${row.id}/${purpose}/new`}
          name={`Записать: ${fullName(row)}`}
        >
          Записать
        </LinkButton>
      ) : null,
  },
];

const Numbers = ({
  query,
  counts,
}: {
  readonly query: URLSearchParams;
  readonly counts: ReadonlyMap<ConsentState, number>;
}) => {
  const of = (...states: readonly ConsentState[]) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const total = of(...consentStates);
  const inForce = of(...statesInForce);
  const part = (count: number, tone: 'ok' | 'warn' | 'bad') => ({ percent: total ? (count * 100) / total : 0, tone });
  const link = (state: string) => withWords(query, { state });
  return (
    <StatRow
      stats={[
        { value: total, label: 'всего', href: link('') },
        {
          value: inForce,
          label: 'действует',
          bar: part(inForce, 'ok'),
          note: total > inForce ? <a href={link('absent')}>{total - inForce} не хватает</a> : null,
        },
        {
          value: of('expires-soon'),
          label: 'скоро кончится',
          href: link('expires-soon'),
          bar: part(of('expires-soon'), 'warn'),
        },
        {
          value: of('turned-18'),
          label: 'исполнилось 18',
          href: link('turned-18'),
          bar: part(of('turned-18'), 'warn'),
        },
        { value: of('withdrawn'), label: 'отозвано', href: link('withdrawn'), bar: part(of('withdrawn'), 'bad') },
      ]}
    />
  );
};

const registerScreen = async (ctx: PageCtx, { query }: Input, circles: readonly Circle[]) => {
  const frame = { visible: visibleGroups(ctx.actor), today: ctx.today };
  const filter = filterOf(query, circles);
  const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1);
  const counts = await countStates(ctx.db, frame, filter);
  const rows = await consentPage(ctx.db, frame, filter, { page, perPage });
  const shown = [...counts].reduce((sum, [state, count]) => (fits(filter.state, state) ? sum + count : sum), 0);
  const mayRecord = frame.visible !== 'all' || mayRecordConsent(ctx.actor, { groupId: null }) === true;
  const group = filter.groupId && mayRecord ? `/consents/bulk?purpose=${filter.purpose}&group=${filter.groupId}` : null;
  return screen(
    ctx,
    { title: 'Согласия' },
    <>
      <Heading
        title="Согласия"
        lead={`На каждую цель своя бумага. Сейчас: ${purposeNames[filter.purpose]}. ${purposeHints[filter.purpose]}.`}
        actions={
          <>
            {mayWriteConsentTexts(ctx.actor) === true ? (
              <LinkButton icon="file-text" href="/consents/texts">
                Тексты согласий
              </LinkButton>
            ) : null}
            {group ? (
              <LinkButton kind="primary" icon="list-checks" href={group}>
                Записать всю группу
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Tabs
        label="Вид согласия"
        tabs={purposes.map((purpose) => ({
          href: withWords(query, { purpose }),
          label: purposeNames[purpose],
          current: purpose === filter.purpose,
        }))}
      />
      <Numbers query={query} counts={counts} />
      <Filters
        query={query}
        filter={filter}
        groups={await groupChoices(ctx.db, frame)}
        circles={circles}
        shown={shown}
      />
      <Table
        caption={`Согласия: ${purposeNames[filter.purpose]}`}
        columns={columnsOf(ctx, filter)}
        rows={rows}
        selectable={
          mayRecord
            ? {
                value: (row) => row.id,
                label: fullName,
                action: '/consents/choose',
                hidden: { purpose: filter.purpose },
                forms: ['человек', 'человека', 'человек'],
                actions: (
                  <Button size="s" icon="list-checks" busy="Открываем…">
                    Записать согласия
                  </Button>
                ),
              }
            : undefined
        }
        pages={{ page, perPage, total: shown, href: (next) => withPage(query, next) }}
        empty={
          <Empty
            icon="file-check"
            title="Здесь никого нет"
            action={<LinkButton href="/consents?who=all">Показать всех людей</LinkButton>}
          >
            По этому отбору людей не нашлось. Уберите часть условий или посмотрите всех людей колледжа.
          </Empty>
        }
      />
    </>,
  );
};

const fits = (wanted: ConsentFilter['state'], state: ConsentState): boolean =>
  wanted === null || (wanted === 'absent' ? !statesInForce.includes(state) : wanted === state);

const withPage = (query: URLSearchParams, page: number): string => {
  const next = new URLSearchParams(query);
  next.set('page', String(page));
  return `/consents?${next}`;
};

export const registerPage = (circles: readonly Circle[]): Route => ({
  method: 'GET',
  path: '/consents',
  who: consentReaders,
  handle: (ctx, input) => registerScreen(ctx, input, circles),
});

/** The ticked people go to the sheet of recording by its address: the answer to a form must be a redirect. */
export const choosePeople: Route = {
  method: 'POST',
  path: '/consents/choose',
  who: consentRecorders,
  async handle(ctx, { form }) {
    const ids = (form.values.ids ?? []).filter((id) => uuid.test(id)).slice(0, 100);
    const purpose = form.values.purpose?.[0] ?? '';
    if (!isPurpose(purpose)) throw new Failure('not-found', 'purpose of a consent');
    if (ids.length === 0)
      return goTo(`/consents?purpose=${purpose}`, { toast: { text: 'Никто не выбран. Отметьте людей в списке' } });
    return goTo(`/consents/bulk?purpose=${purpose}&ids=${ids.join(',')}`);
  },
};
